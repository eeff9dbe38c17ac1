using Schematic.Api.Companies.Usage;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Companies;

/// <summary>Compares what a company may use of one feature before and after a change.</summary>
internal static class CompanyPlanPreview
{
    /// <param name="before">Null if nothing gives the feature.</param>
    /// <param name="after">Null if nothing gives it after the change.</param>
    public static EntitlementChange Compare(FeatureUse? before, FeatureUse? after) =>
        (Gives(before), Gives(after)) switch
        {
            (false, false) => EntitlementChange.Unchanged,
            (false, true) => EntitlementChange.Gained,
            (true, false) => EntitlementChange.Lost,
            _ => CompareAmounts(before!, after!),
        };

    /// <summary>True if usage has reached the limit that will hold.</summary>
    public static bool IsExceeded(FeatureUse? after, FeatureUsageResponseData? answer) =>
        Gives(after) && answer is { Access: false };

    private static bool Gives(FeatureUse? use) =>
        use is not null && use.Granted.Terms is not { ValueType: EntitlementValueType.Boolean, ValueBool: not true };

    private static EntitlementChange CompareAmounts(FeatureUse before, FeatureUse after)
    {
        var (former, later) = (Amount(before), Amount(after));
        var generosity = Generosity.Compare(
            Contender.Of(later, after.Company.Context.TraitText),
            Contender.Of(former, before.Company.Context.TraitText)
        );
        return generosity switch
        {
            > 0 => EntitlementChange.More,
            < 0 => EntitlementChange.Less,
            _ => IsSame(former, later) ? EntitlementChange.Unchanged : EntitlementChange.Changed,
        };
    }

    // Who gives it makes no difference to the company.
    private static EntitlementTerms Amount(FeatureUse use) =>
        use.Granted.Terms with
        {
            Id = "",
            Source = EntitlementSource.Plan,
            PlanId = null,
            PlanVersionId = null,
        };

    private static bool IsSame(EntitlementTerms former, EntitlementTerms later) =>
        former with { Prices = EntitlementPrices.None } == later with { Prices = EntitlementPrices.None }
        && EntitlementPrices.Write(former.Prices) == EntitlementPrices.Write(later.Prices);
}
