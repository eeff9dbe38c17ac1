using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>Turns what is given into facts of the engine. Source: domain-plans, feature usage.</summary>
internal static class EntitlementFactsMapping
{
    /// <summary>Makes what is the same for every company that is given it.</summary>
    public static EntitlementFacts ToFacts(this GrantedFeature granted, string flagKey)
    {
        var (terms, feature) = (granted.Terms, granted.Feature);
        var isCounted = terms.ValueType is not EntitlementValueType.Boolean && feature.EventSubtype is not null;
        return new EntitlementFacts
        {
            FeatureId = feature.Id,
            FeatureKey = flagKey,
            IsOverride = terms.Source == EntitlementSource.Override,
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
                : terms.ConsumptionRateMicroCredits ?? MicroCredits.One,
        };
    }
}
