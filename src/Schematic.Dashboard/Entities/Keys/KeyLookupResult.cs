namespace Schematic.Dashboard.Entities.Keys;

/// <summary>Result of a look-up.</summary>
internal sealed record KeyLookupResult
{
    public required IReadOnlyList<KeyLookupMatch> Matches { get; init; }

    /// <summary>The names of keys there are; where a bare value was looked for, those that were tried.</summary>
    public required IReadOnlyList<string> KeyNames { get; init; }

    /// <summary>Looks for one key, or tries a bare value with every key there is and as an id.</summary>
    public static async Task<KeyLookupResult> FindAsync(
        EntityApi api,
        KeyLookup lookup,
        CancellationToken cancellationToken
    )
    {
        var known = await api.ListKeyNamesAsync(cancellationToken);
        IReadOnlyList<string> names = lookup.Name is { } name ? [name] : [EntityApi.IdKey, .. known];
        var found = await BoundedParallel.SelectAsync(
            names,
            (key, token) => api.FindAsync(key, lookup.Value, token),
            cancellationToken
        );
        return new()
        {
            KeyNames = known,
            Matches =
            [
                .. names
                    .Zip(found)
                    .Where(static pair => pair.Second is not null)
                    .GroupBy(static pair => pair.Second!.Id, StringComparer.Ordinal)
                    .Select(static group => new KeyLookupMatch(
                        group.First().Second!,
                        [.. group.Select(static pair => pair.First)]
                    )),
            ],
        };
    }
}

/// <param name="Names">The keys by which it was found.</param>
internal sealed record KeyLookupMatch(Entity Entity, IReadOnlyList<string> Names);
