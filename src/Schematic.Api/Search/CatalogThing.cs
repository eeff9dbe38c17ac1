using Schematic.Api.Entities;
using Schematic.Contracts.Search;

namespace Schematic.Api.Search;

/// <summary>A row of the catalog, as far as a search shows it.</summary>
internal sealed record CatalogThing
{
    public required SearchKind Kind { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty for what has none.</summary>
    public required string Key { get; init; }

    public SearchHitResponseData ToContract(string text) =>
        new()
        {
            Id = Id,
            Kind = Kind,
            Name = Name,
            Key = Key.Length == 0 ? null : Key,
            MatchedKeys =
                Id == text ? [EntityKeys.IdKey]
                : Key == text ? ["key"]
                : [],
        };
}
