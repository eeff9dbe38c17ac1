using Schematic.Contracts.Entities;

namespace Schematic.Contracts.Plans;

/// <summary>A trait of a company that a change of plans set.</summary>
public sealed record SubscriptionTraitUpdate
{
    /// <summary>Id of the feature whose limit the trait holds, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Path of the trait in nested objects, outermost name first.</summary>
    public required IReadOnlyList<string> Hierarchy { get; init; }

    /// <summary>Sentence that says why the trait was set.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the trait, <c>trdf_…</c>.</summary>
    public required string TraitId { get; init; }

    /// <summary>Display name of the trait.</summary>
    public required string TraitName { get; init; }

    /// <summary>Type of the trait's values.</summary>
    public required TraitType TraitType { get; init; }

    /// <summary>The new value, as text.</summary>
    public required string Value { get; init; }
}
