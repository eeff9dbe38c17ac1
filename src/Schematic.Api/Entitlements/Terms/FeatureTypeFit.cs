using Schematic.Api.Http;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Which values and which ways of paying a type of feature allows. Source: domain-plans, entitlements and prices.
/// </summary>
internal static class FeatureTypeFit
{
    public static void CheckPriceBehavior(FeatureType feature, EntitlementPriceBehavior? given)
    {
        if (given is not { } behavior || PriceBehaviors(feature).Contains(behavior))
            return;
        var allowed = Names(PriceBehaviors(feature));
        throw ApiProblem.BadRequest(
            $"price_behavior {WireEnum<EntitlementPriceBehavior>.ToWire(behavior)} does not fit a feature of type "
                + $"{WireEnum<FeatureType>.ToWire(feature)}. "
                + (allowed.Length == 0 ? "Leave it out." : $"Leave it out or use {allowed}."),
            "price_behavior"
        );
    }

    public static void CheckValueType(FeatureType feature, EntitlementValueType given)
    {
        if (!ValueTypes(feature).Contains(given))
            throw ApiProblem.BadRequest(
                $"value_type {WireEnum<EntitlementValueType>.ToWire(given)} does not fit a feature of type "
                    + $"{WireEnum<FeatureType>.ToWire(feature)}. Use {Names(ValueTypes(feature))}.",
                "value_type"
            );
    }

    private static EntitlementPriceBehavior[] PriceBehaviors(FeatureType feature) =>
        feature switch
        {
            FeatureType.Event =>
            [
                EntitlementPriceBehavior.CreditBurndown,
                EntitlementPriceBehavior.Overage,
                EntitlementPriceBehavior.PayAsYouGo,
                EntitlementPriceBehavior.PayInAdvance,
                EntitlementPriceBehavior.Tier,
            ],
            FeatureType.Trait =>
            [
                EntitlementPriceBehavior.Overage,
                EntitlementPriceBehavior.PayAsYouGo,
                EntitlementPriceBehavior.PayInAdvance,
                EntitlementPriceBehavior.Tier,
            ],
            FeatureType.License => [EntitlementPriceBehavior.PayInAdvance],
            _ => [],
        };

    private static EntitlementValueType[] ValueTypes(FeatureType feature) =>
        feature switch
        {
            FeatureType.Boolean => [EntitlementValueType.Boolean],
            FeatureType.Trait =>
            [
                EntitlementValueType.Numeric,
                EntitlementValueType.Trait,
                EntitlementValueType.Unlimited,
            ],
            _ =>
            [
                EntitlementValueType.Credit,
                EntitlementValueType.Numeric,
                EntitlementValueType.Trait,
                EntitlementValueType.Unlimited,
            ],
        };

    private static string Names<T>(IReadOnlyList<T> values)
        where T : struct, Enum
    {
        var names = values.Select(WireEnum<T>.ToWire).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }
}
