using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Search;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Search;

internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", Find).WithName("search").InEnvironment(Access.Read);

    private static async Task<Ok<Envelope<IReadOnlyList<SearchHitResponseData>>>> Find(
        Query<SearchQuery> query,
        SearchStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.FindAsync(query.Value, cancellationToken), query.Value);
}
