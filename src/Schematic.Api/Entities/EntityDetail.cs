using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>A company or user with its keys and traits, as read from the database or as just written to it.</summary>
internal sealed class EntityDetail
{
    public long Seq { get; set; }

    public required string Id { get; init; }

    public EntityType EntityType { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Number of users that belong to the company; 0 for a user.</summary>
    public long UserCount { get; init; }

    /// <summary>Keys by name.</summary>
    public SortedDictionary<string, KeyDetail> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Traits by <see cref="EntityTraitDefinitionRow.Hierarchy"/>.</summary>
    public SortedDictionary<string, TraitDetail> Traits { get; } = new(StringComparer.Ordinal);

    /// <summary>The same, to be changed on its own.</summary>
    public EntityDetail Copy()
    {
        var copy = new EntityDetail
        {
            Seq = Seq,
            Id = Id,
            EntityType = EntityType,
            Name = Name,
            LastSeenAt = LastSeenAt,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
            UserCount = UserCount,
        };
        foreach (var (name, key) in Keys)
            copy.Keys[name] = key;
        foreach (var (hierarchy, trait) in Traits)
            copy.Traits[hierarchy] = trait;
        return copy;
    }

    public bool HasKey(KeyValuePair<string, string> key) =>
        Keys.TryGetValue(key.Key, out var current) && current.Value == key.Value;

    public string SearchDocument() =>
        SearchText.Document([
            Name,
            .. Keys.Values.Select(key => key.Value),
            .. Traits
                .Values.Where(trait => trait.Definition.TraitType is TraitType.String or TraitType.Url)
                .Select(trait => trait.Value),
        ]);
}

internal sealed record KeyDetail(
    EntityKeyDefinitionRow Definition,
    string Value,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal sealed record TraitDetail(
    EntityTraitDefinitionRow Definition,
    string Value,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
