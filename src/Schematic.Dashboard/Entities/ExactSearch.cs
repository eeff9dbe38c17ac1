using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Gateway.Search;

namespace Schematic.Dashboard.Entities;

/// <summary>
/// Companies and users with exactly this id, or this value in any key; <c>domain=acme.com</c> asks for one key.
/// </summary>
internal static class ExactSearch
{
    public static async Task<IReadOnlyList<SearchHitResponseData>> FindEntitiesAsync(
        this ISearchGateway search,
        string text,
        CancellationToken cancellationToken
    )
    {
        var found = await FindAsync(search, new() { Q = text, Exact = true }, cancellationToken);
        return found.Count == 0 && KeyText.Split(text) is var (name, value)
            ? await FindAsync(search, new() { Q = value, Key = name }, cancellationToken)
            : found;
    }

    public static EntityType TypeOf(SearchHitResponseData hit) =>
        hit.Kind == SearchKind.User ? EntityType.User : EntityType.Company;

    private static async Task<IReadOnlyList<SearchHitResponseData>> FindAsync(
        ISearchGateway search,
        SearchQuery query,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await search.FindAsync(query, cancellationToken)).Data.Where(static hit =>
                hit.Kind is SearchKind.Company or SearchKind.User
            ),
        ];
}
