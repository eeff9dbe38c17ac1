using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Flags.Unknown;

/// <summary>Not part of the published description; docs/wire-compatibility.md.</summary>
internal static class UnknownFlagEndpoints
{
    public static void MapUnknownFlags(this IEndpointRouteBuilder api)
    {
        api.MapGet("/unknown-flags", List).WithName("listUnknownFlags").InEnvironment(Access.Read);
        api.MapGet("/unknown-flags/count", Count).WithName("countUnknownFlags").InEnvironment(Access.Read);
        api.MapDelete("/unknown-flags/{unknown_flag_key}", Forget)
            .WithName("forgetUnknownFlag")
            .InEnvironment(FlagsEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<UnknownFlagResponseData>>>> List(
        Query<UnknownFlagsQuery> query,
        UnknownFlagStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<UnknownFlagsQuery> query,
        UnknownFlagStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<DeleteResponse>>> Forget(
        string unknown_flag_key,
        UnknownFlagStore store,
        CancellationToken cancellationToken
    )
    {
        await store.ForgetAsync(unknown_flag_key, cancellationToken);
        return Responses.Deleted();
    }
}
