namespace Schematic.Rules.Facts;

/// <summary>
/// Everything that rules may ask about a company. Prepare it with <see cref="CompanyContext.Prepare"/>.
/// </summary>
public sealed record CompanyFacts
{
    public required string Id { get; init; }

    public IReadOnlyList<TraitFact> Traits { get; init; } = [];

    public IReadOnlyList<MetricFact> Metrics { get; init; } = [];

    /// <summary>Ids of the plan and the add-ons.</summary>
    public IReadOnlyList<string> PlanIds { get; init; } = [];

    public IReadOnlyList<string> PlanVersionIds { get; init; } = [];

    /// <summary>Id of the plan; null if the company has none.</summary>
    public string? BasePlanId { get; init; }

    public IReadOnlyList<string> BillingProductIds { get; init; } = [];

    /// <summary>The remaining micro-credits by credit id. The balance of any other credit is 0.</summary>
    public IReadOnlyDictionary<string, long> CreditBalancesMicroCredits { get; init; } = new Dictionary<string, long>();

    /// <summary>The entitlements, at most one per feature.</summary>
    public IReadOnlyList<EntitlementFacts> Entitlements { get; init; } = [];

    /// <summary>
    /// The rules that the company's entitlements and overrides add to flags, by flag id. Companies may share a set of
    /// rules.
    /// </summary>
    public IReadOnlyDictionary<string, PreparedRules> DerivedRules { get; init; } =
        new Dictionary<string, PreparedRules>();
}
