namespace Schematic.Rules.Facts;

/// <summary>
/// Facts about a company's plan and add-ons, and what they and its overrides give it. Companies on the same versions
/// share them: see <see cref="PlanContext.Prepare"/>.
/// </summary>
public record PlanFacts
{
    /// <summary>Ids of the plan and the add-ons.</summary>
    public IReadOnlyList<string> PlanIds { get; init; } = [];

    public IReadOnlyList<string> PlanVersionIds { get; init; } = [];

    /// <summary>Id of the plan; null if the company has none.</summary>
    public string? BasePlanId { get; init; }

    public IReadOnlyList<string> BillingProductIds { get; init; } = [];

    /// <summary>The entitlements, at most one per feature.</summary>
    public IReadOnlyList<EntitlementFacts> Entitlements { get; init; } = [];

    /// <summary>
    /// The rules that the company's entitlements and overrides add to flags, by flag id. Companies may share a set of
    /// rules.
    /// </summary>
    public IReadOnlyDictionary<string, PreparedRules> DerivedRules { get; init; } =
        new Dictionary<string, PreparedRules>();
}
