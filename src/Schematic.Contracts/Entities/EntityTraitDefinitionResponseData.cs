namespace Schematic.Contracts.Entities;

/// <summary>Definition of a trait of companies or users, shared by all environments.</summary>
public sealed record EntityTraitDefinitionResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Display name of the trait.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Kind of entity that has the trait.</summary>
    public required EntityType EntityType { get; init; }

    /// <summary>Path of the trait in nested objects, outermost name first; one name for a plain trait.</summary>
    public required IReadOnlyList<string> Hierarchy { get; init; }

    /// <summary>Id of the trait definition, <c>trdf_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Type of the trait's values, inferred from the first one unless it was set.</summary>
    public required TraitType TraitType { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
