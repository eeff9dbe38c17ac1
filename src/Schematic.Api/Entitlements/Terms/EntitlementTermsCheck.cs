using Schematic.Api.Http;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Says which values an entitlement may combine. The price behavior decides the value type, so a mismatch of the two is
/// corrected; members that belong to another value type are dropped with it; everything else that does not fit is
/// refused with 400. Source: domain-plans, entitlements and prices.
/// </summary>
internal static class EntitlementTermsCheck
{
    private const long MinBillingThreshold = 50;
    private const long MaxBillingThreshold = 9_999_999_999_999;

    /// <returns>The values to store: the value type corrected, and only the members that belong to it.</returns>
    public static EntitlementValues Check(FeatureType feature, EntitlementValues given)
    {
        FeatureTypeFit.CheckPriceBehavior(feature, given.PriceBehavior);
        CheckNotNegative(given.ValueNumeric, "value_numeric", "the limit of usage");
        CheckNotNegative(given.UsageQuantity, "usage_quantity", "the quantity committed to");
        var values = Corrected(given);
        FeatureTypeFit.CheckValueType(feature, values.ValueType);
        CheckPeriod(feature, values);
        CheckSoftLimit(values);
        CheckBillingThreshold(values.BillingThreshold);
        return ValueMembers.Check(values);
    }

    private static EntitlementValues Corrected(EntitlementValues given) =>
        given.PriceBehavior switch
        {
            EntitlementPriceBehavior.PayInAdvance => given with { ValueType = EntitlementValueType.Trait },
            EntitlementPriceBehavior.CreditBurndown => given with { ValueType = EntitlementValueType.Credit },
            null => given,
            _ => given with
            {
                ValueType = given.ValueNumeric > 0 ? EntitlementValueType.Numeric : EntitlementValueType.Unlimited,
            },
        };

    private static void CheckPeriod(FeatureType feature, EntitlementValues values)
    {
        if (values.MetricPeriod is not null && feature != FeatureType.Event)
            throw ApiProblem.BadRequest(
                $"metric_period belongs to features of type event, and this one is of type "
                    + $"{WireEnum<FeatureType>.ToWire(feature)}. Leave it out.",
                "metric_period"
            );
        if (values.MetricPeriodMonthReset is not null && values.MetricPeriod != MetricPeriod.CurrentMonth)
            throw ApiProblem.BadRequest(
                "metric_period_month_reset belongs to the metric_period current_month only. Leave it out.",
                "metric_period_month_reset"
            );
    }

    private static void CheckSoftLimit(EntitlementValues values)
    {
        const string Field = "soft_limit";
        if (values.PriceBehavior != EntitlementPriceBehavior.Overage)
        {
            if (values.SoftLimit is not null)
                throw ApiProblem.BadRequest(
                    $"{Field} belongs to the price_behavior overage only. Leave it out.",
                    Field
                );
            return;
        }

        if (values.SoftLimit is not { } softLimit)
            throw ApiProblem.BadRequest(
                $"{Field} is required for the price_behavior overage: it is the usage from which overage is billed.",
                Field
            );
        CheckNotNegative(softLimit, Field, "the usage from which overage is billed");
        if (values.ValueType == EntitlementValueType.Numeric && softLimit > values.ValueNumeric)
            throw ApiProblem.BadRequest(
                $"{Field} must be at most value_numeric, the hard limit: usage never gets beyond that.",
                Field
            );
    }

    private static void CheckBillingThreshold(long? given)
    {
        if (given is < MinBillingThreshold or > MaxBillingThreshold)
            throw ApiProblem.BadRequest(
                $"billing_threshold must be between {MinBillingThreshold} and {MaxBillingThreshold}, in minor units of "
                    + "the currency.",
                "billing_threshold"
            );
    }

    private static void CheckNotNegative(long? given, string field, string meaning)
    {
        if (given < 0)
            throw ApiProblem.BadRequest($"{field} is negative. Give {meaning} as a number of 0 or more.", field);
    }
}
