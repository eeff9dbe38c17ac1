namespace Schematic.Rules.Facts;

/// <summary>All that the rules may ask about a company; to be prepared with <see cref="CompanyContext.Prepare"/>.</summary>
public sealed record CompanyFacts
{
    public required string Id { get; init; }

    public IReadOnlyList<TraitFact> Traits { get; init; } = [];

    public IReadOnlyList<MetricFact> Metrics { get; init; } = [];

    /// <summary>The plan and the add-ons.</summary>
    public IReadOnlyList<string> PlanIds { get; init; } = [];

    public IReadOnlyList<string> PlanVersionIds { get; init; } = [];

    /// <summary>The plan without the add-ons, if there is one.</summary>
    public string? BasePlanId { get; init; }

    public IReadOnlyList<string> BillingProductIds { get; init; } = [];

    /// <summary>What remains by credit id, in 10⁻⁶ credit. A credit that is not given remains at 0.</summary>
    public IReadOnlyDictionary<string, long> CreditBalancesMicroCredits { get; init; } = new Dictionary<string, long>();

    /// <summary>At most one per feature.</summary>
    public IReadOnlyList<EntitlementFacts> Entitlements { get; init; } = [];

    /// <summary>By flag id, the rules that the company's entitlements and overrides add to a flag. A set may be shared by companies.</summary>
    public IReadOnlyDictionary<string, PreparedRules> DerivedRules { get; init; } =
        new Dictionary<string, PreparedRules>();
}
