using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Events.Metering;
using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Members that a check tells of an entitlement: those that are the same for every company, and the figures of one
/// company at a moment. Source: domain-plans, feature usage.
/// </summary>
internal static class EntitlementFigures
{
    /// <summary>Makes what is the same for every company that is given it.</summary>
    public static EntitlementFacts FactsOf(GrantedFeature granted, string flagKey)
    {
        var (terms, feature) = (granted.Terms, granted.Feature);
        var isCounted = terms.ValueType is not EntitlementValueType.Boolean && feature.EventSubtype is not null;
        return new EntitlementFacts
        {
            FeatureId = feature.Id,
            FeatureKey = flagKey,
            Kind = terms.ValueType.ToEngine(),
            Allocation = terms.ValueType == EntitlementValueType.Numeric ? terms.ValueNumeric : null,
            LimitTraitId = terms.ValueType == EntitlementValueType.Trait ? terms.ValueTraitId : null,
            UsageTraitId = feature.FeatureType == FeatureType.Trait ? feature.TraitId : null,
            SoftLimit = terms.PriceBehavior == EntitlementPriceBehavior.Overage ? terms.SoftLimit : null,
            TierLimits =
                terms.PriceBehavior == EntitlementPriceBehavior.Tier
                    ? [.. terms.Prices.ListPrice?.Tiers.Select(static tier => tier.UpTo).OfType<long>() ?? []]
                    : [],
            EventSubtype = isCounted ? feature.EventSubtype : null,
            EventName = isCounted ? feature.EventSubtype : null,
            MetricPeriod = terms.MetricPeriod?.ToEngine(),
            MonthReset = terms.MonthReset?.ToEngine(),
            CreditId = terms.CreditId,
            ConsumptionRateMicroCredits = terms.CreditId is null
                ? null
                : terms.ConsumptionRateMicroCredits ?? CreditFigures.OneCredit,
        };
    }

    /// <summary>The same with the figures of a company, which has its counters if events are counted.</summary>
    public static EntitlementFacts WithFigures(
        this EntitlementFacts entitlement,
        CompanyContext company,
        DateTimeOffset now
    )
    {
        var usage = UsageOf(entitlement, company);
        return entitlement with
        {
            Allocation = entitlement.LimitTraitId is { } limit
                ? Allocation.FromTrait(company.TraitText(limit)).Limit
                : entitlement.Allocation,
            Usage = usage,
            SoftLimit = entitlement.SoftLimit ?? TierLimit(entitlement.TierLimits, usage ?? 0),
            MetricResetAt = entitlement is { EventSubtype: not null, MetricPeriod: { } period }
                ? MetricPeriods
                    .Of(period.ToContract(), (entitlement.MonthReset ?? MonthReset.FirstOfMonth).ToContract(), now)
                    .End
                : null,
        };
    }

    private static long? UsageOf(EntitlementFacts entitlement, CompanyContext company)
    {
        if (entitlement.Kind is EntitlementKind.Boolean or EntitlementKind.Credit)
            return null;
        if (entitlement.UsageTraitId is { } trait)
            return Allocation.FromTrait(company.TraitText(trait)).Limit;
        return entitlement.EventSubtype is { } subtype
            ? company.Counter(
                subtype,
                entitlement.MetricPeriod ?? CounterPeriod.AllTime,
                entitlement.MonthReset ?? MonthReset.FirstOfMonth
            )
            : null;
    }

    private static long? TierLimit(IReadOnlyList<long> limits, long usage)
    {
        foreach (var limit in limits)
        {
            if (usage <= limit)
                return limit;
        }

        return null;
    }
}
