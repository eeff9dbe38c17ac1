using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>
/// Plans and entitlements with look-up tables built. Immutable; any number of companies may share one.
/// </summary>
public sealed class PlanContext
{
    public static readonly PlanContext None = new(new PlanFacts());

    private PlanContext(PlanFacts facts)
    {
        PlanIds = Ids(facts.PlanIds);
        PlanVersionIds = Ids(facts.PlanVersionIds);
        BillingProductIds = Ids(facts.BillingProductIds);
        BasePlanId = facts.BasePlanId is { } plan ? new IdKey(plan) : null;
        Entitlements = LookupTables.OfEntitlements(facts.Entitlements);
        DerivedRules = LookupTables.Create(facts.DerivedRules);
        AsksForMetrics =
            facts.DerivedRules.Values.Any(static rules => rules.AskForMetrics)
            || facts.Entitlements.Any(static entitlement => entitlement.EventSubtype is not null);
        AsksForCredits =
            facts.DerivedRules.Values.Any(static rules => rules.AskForCredits)
            || facts.Entitlements.Any(static entitlement => entitlement.CreditId is not null);
    }

    /// <summary>True if a derived rule, or an entitlement, is about a counter of the company.</summary>
    public bool AsksForMetrics { get; }

    /// <summary>True if a derived rule, or an entitlement, is about credits of the company.</summary>
    public bool AsksForCredits { get; }

    internal IdSet PlanIds { get; }

    internal IdSet PlanVersionIds { get; }

    internal IdSet BillingProductIds { get; }

    internal IdKey? BasePlanId { get; }

    internal KeyTable<IdKey, EntitlementFacts> Entitlements { get; }

    internal KeyTable<IdKey, PreparedRules> DerivedRules { get; }

    public static PlanContext Prepare(PlanFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new PlanContext(facts);
    }

    private static IdSet Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? IdSet.Empty : new IdSet(ids);
}
