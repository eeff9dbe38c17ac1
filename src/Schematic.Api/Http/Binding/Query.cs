using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http.Binding;

/// <summary>The query string, read as <typeparamref name="T"/> and validated before the handler runs.</summary>
internal sealed record Query<T>(T Value) : IEndpointParameterMetadataProvider
    where T : IQuery
{
    public static ValueTask<Query<T>?> BindAsync(HttpContext context)
    {
        var query = ContractReader.Read<T>(QueryForm.ToJson(context.Request.Query, typeof(T)));
        if (query is Page page)
            query = (T)(IQuery)(page with { Limit = page.Limit ?? Page.DefaultLimit, Offset = page.Offset ?? 0 });
        return ValueTask.FromResult<Query<T>?>(new Query<T>(query));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new QueryMetadata(typeof(T)));
}

/// <summary>Tells the OpenAPI document which parameters an operation takes.</summary>
internal sealed record QueryMetadata(Type Type);
