using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies.Usage;

internal static class FeatureUseMapping
{
    /// <summary>Everything but the feature.</summary>
    /// <param name="plan">What gives it; null for an override.</param>
    /// <param name="overridden">The override that gives it; null for a plan.</param>
    public static FeatureUsageResponseData ToContract(
        this FeatureUse use,
        PlanEntitlementResponseData? plan,
        CompanyOverrideResponseData? overridden
    )
    {
        var terms = use.Granted.Terms;
        var figures = use.Company.FiguresOf(use.Granted);
        // One that never had any has none.
        CreditFigures? credits = terms.CreditId is null ? null : use.Company.CreditsOf(terms) ?? default;
        var isOverride = terms.Source == EntitlementSource.Override;
        return new FeatureUsageResponseData
        {
            Access = figures.Access,
            Allocation = figures.Allocation,
            AllocationType = terms.ValueType,
            CompanyOverride = overridden,
            CreditConsumptionRate = RateOf(terms),
            CreditRemaining = MicroCredits.ToWire(credits?.RemainingMicroCredits),
            CreditTotal = MicroCredits.ToWire(credits?.TotalMicroCredits),
            CreditUsed = MicroCredits.ToWire(credits?.UsedMicroCredits),
            EffectiveLimit = figures.EffectiveLimit,
            EffectivePrice = (double?)figures.EffectivePrice,
            EntitlementExpirationDate = terms.ExpiresAt,
            EntitlementId = terms.Id,
            EntitlementSource = isOverride ? "company_override" : "plan",
            EntitlementType = isOverride ? EntitlementType.CompanyOverride : EntitlementType.PlanEntitlement,
            HasValidAllocation = figures.HasValidAllocation,
            IsUnlimited = figures.IsUnlimited,
            MetricResetAt = figures.MetricResetAt,
            MonthReset = terms.MonthReset,
            MonthlyUsageBasedPrice = plan?.MeteredMonthlyPrice,
            Overuse = figures.Overuse,
            PercentUsed = figures.PercentUsed,
            Period = terms.MetricPeriod,
            Plan = plan?.Plan,
            PlanEntitlement = plan,
            PriceBehavior = terms.PriceBehavior,
            QuarterlyUsageBasedPrice = plan?.MeteredQuarterlyPrice,
            SoftLimit = figures.SoftLimit,
            Usage = figures.Usage,
            YearlyUsageBasedPrice = plan?.MeteredYearlyPrice,
        };
    }

    private static double? RateOf(EntitlementTerms terms) =>
        terms.ValueType == EntitlementValueType.Credit
            ? MicroCredits.ToWire(terms.ConsumptionRateMicroCredits ?? MicroCredits.One)
            : null;
}
