using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting.Description;

/// <summary>Finds what an operation answers whose <c>If-Match</c> names a state that is no longer there.</summary>
internal static class StaleErrorType
{
    /// <summary>
    /// A <see cref="StaleError{TData}"/> with what the operation answers otherwise; where that is only "deleted", with
    /// what changing the same resource answers. Rules are a part of their flag, whose state it is.
    /// </summary>
    public static Type Of(OpenApiOperationTransformerContext context)
    {
        var (path, method) = (context.Description.RelativePath, context.Description.HttpMethod);
        if (path == "flags/{flag_id}/rules")
            return typeof(StaleError<FlagDetailResponseData>);
        var changing =
            method == HttpMethods.Delete
                ? context
                    .ApplicationServices.GetRequiredService<IApiDescriptionGroupCollectionProvider>()
                    .ApiDescriptionGroups.Items.SelectMany(static group => group.Items)
                    .Single(other => other.RelativePath == path && other.HttpMethod == HttpMethods.Put)
                : context.Description;
        var envelope = changing
            .SupportedResponseTypes.Select(static response => response.Type)
            .First(static type => type?.IsGenericType == true && type.GetGenericTypeDefinition() == typeof(Envelope<>));
        return typeof(StaleError<>).MakeGenericType(envelope!.GetGenericArguments());
    }
}
