using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>
/// A company's facts with numbers and dates parsed and look-up tables built. Takes a few microseconds to make; meant to
/// be kept and shared by any number of checks and threads.
/// </summary>
public sealed class CompanyContext
{
    private CompanyContext(CompanyFacts facts)
    {
        Id = new IdKey(facts.Id);
        Traits = LookupTables.OfTraits(facts.Traits);
        Metrics = LookupTables.OfMetrics(facts.Metrics);
        PlanIds = Ids(facts.PlanIds);
        PlanVersionIds = Ids(facts.PlanVersionIds);
        BillingProductIds = Ids(facts.BillingProductIds);
        BasePlanId = facts.BasePlanId is { } plan ? new IdKey(plan) : null;
        CreditBalances = LookupTables.Create(facts.CreditBalancesMicroCredits);
        Entitlements = LookupTables.OfEntitlements(facts.Entitlements);
        DerivedRules = LookupTables.Create(facts.DerivedRules);
    }

    private CompanyContext(CompanyContext other, IReadOnlyList<MetricFact> metrics)
    {
        Id = other.Id;
        Traits = other.Traits;
        Metrics = LookupTables.OfMetrics(metrics);
        PlanIds = other.PlanIds;
        PlanVersionIds = other.PlanVersionIds;
        BillingProductIds = other.BillingProductIds;
        BasePlanId = other.BasePlanId;
        CreditBalances = other.CreditBalances;
        Entitlements = other.Entitlements;
        DerivedRules = other.DerivedRules;
    }

    public string CompanyId => Id.Text;

    internal IdKey Id { get; }

    internal KeyTable<IdKey, Trait> Traits { get; }

    internal KeyTable<MetricKey, long> Metrics { get; }

    internal IdSet PlanIds { get; }

    internal IdSet PlanVersionIds { get; }

    internal IdSet BillingProductIds { get; }

    internal IdKey? BasePlanId { get; }

    internal KeyTable<IdKey, long> CreditBalances { get; }

    internal KeyTable<IdKey, EntitlementFacts> Entitlements { get; }

    internal KeyTable<IdKey, PreparedRules> DerivedRules { get; }

    public static CompanyContext Prepare(CompanyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new CompanyContext(facts);
    }

    /// <summary>The same company with other counters; everything else is shared.</summary>
    public CompanyContext With(IReadOnlyList<MetricFact> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return new CompanyContext(this, metrics);
    }

    private static IdSet Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? IdSet.Empty : new IdSet(ids);
}
