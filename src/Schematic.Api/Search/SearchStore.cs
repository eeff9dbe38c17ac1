using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;

namespace Schematic.Api.Search;

/// <summary>
/// Finds things of every kind by id, key or part of a text. Each kind is read on a connection of its own, at the same
/// time: a person waits for the slowest one, not for their sum.
/// </summary>
internal sealed class SearchStore(IDatabase database, Caller caller)
{
    private const int DefaultLimit = 5;

    // A value can belong to as many as there are names of keys.
    private const int MostExact = 50;

    /// <summary>Exact matches first; then the others, by kind.</summary>
    public async Task<IReadOnlyList<SearchHitResponseData>> FindAsync(
        SearchQuery query,
        CancellationToken cancellationToken
    )
    {
        var text = query.Q.Trim();
        if (text.Length == 0)
            return [];
        List<Task<IReadOnlyList<SearchHitResponseData>>> searches = [NamedAsync(text, query.Key, cancellationToken)];
        if (query.Key is null)
            searches.Add(CatalogAsync(text, query, cancellationToken));
        if (query is { Key: null, Exact: not true })
        {
            searches.Add(EntitiesAsync(EntityType.Company, text, query, cancellationToken));
            searches.Add(EntitiesAsync(EntityType.User, text, query, cancellationToken));
        }

        return
        [
            .. (await Task.WhenAll(searches))
                .SelectMany(static found => found)
                .DistinctBy(static hit => hit.Id)
                .OrderBy(static hit => hit.MatchedKeys.Count == 0)
                .ThenBy(static hit => hit.Kind),
        ];
    }

    private Task<IReadOnlyList<SearchHitResponseData>> NamedAsync(
        string value,
        string? keyName,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<SearchHitResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var seqs = await db.QueryAsync(
                    EntityLookup.SelectSeqs(db, value, keyName, MostExact),
                    static row => row.GetInt64(0),
                    token
                );
                var found = await EntityReader.DetailsAsync(db, seqs, token);
                return [.. found.Select(entity => ToContract(entity, value, keyName))];
            },
            cancellationToken
        );

    private Task<IReadOnlyList<SearchHitResponseData>> EntitiesAsync(
        EntityType type,
        string text,
        SearchQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<SearchHitResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = new FirstRows { Limit = query.Limit ?? DefaultLimit, Offset = 0 };
                var seqs = await EntityStore.PageAsync(
                    db,
                    new EntityFilter(type, text),
                    EntitySort.NewestFirst,
                    page,
                    token
                );
                var found = await EntityReader.DetailsAsync(db, seqs, token);
                return [.. found.Select(entity => ToContract(entity, text, null))];
            },
            cancellationToken
        );

    private Task<IReadOnlyList<SearchHitResponseData>> CatalogAsync(
        string text,
        SearchQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync<IReadOnlyList<SearchHitResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var limit = query.Limit ?? DefaultLimit;
                var found = new List<SearchHitResponseData>();
                foreach (var things in CatalogFilter.Things(db, text, query.Exact == true))
                    found.AddRange(
                        (await things.Take(limit).ToListAsync(token)).Select(thing => thing.ToContract(text))
                    );
                return found;
            },
            cancellationToken
        );

    private static SearchHitResponseData ToContract(EntityDetail entity, string text, string? keyName)
    {
        List<string> matched =
        [
            .. entity.Keys.Where(key => key.Value.Value == text).Select(static key => key.Key),
            .. entity.Id == text ? [EntityKeys.IdKey] : Array.Empty<string>(),
        ];
        var shown = entity.Keys.Values.FirstOrDefault(key =>
            key.Value.Contains(text, StringComparison.OrdinalIgnoreCase)
        );
        return new()
        {
            Id = entity.Id,
            Kind = entity.EntityType == EntityType.User ? SearchKind.User : SearchKind.Company,
            Name = entity.Name,
            Key = (shown ?? entity.Keys.Values.FirstOrDefault())?.Value,
            MatchedKeys = keyName is null ? matched : [.. matched.Where(name => name == keyName)],
        };
    }

    private sealed record FirstRows : Contracts.Wire.Page;
}
