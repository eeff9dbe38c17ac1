using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Entitlements.Agreement;

/// <summary>Values that fit a feature; few numbers, so that usage reaches them and many are equal.</summary>
internal sealed class RandomTerms(ToldWorld world, Random random)
{
    private static readonly MetricPeriod?[] Periods =
    [
        null,
        MetricPeriod.CurrentDay,
        MetricPeriod.CurrentWeek,
        MetricPeriod.CurrentMonth,
        MetricPeriod.AllTime,
    ];
    private static readonly MetricPeriodMonthReset?[] Resets =
    [
        null,
        MetricPeriodMonthReset.FirstOfMonth,
        MetricPeriodMonthReset.BillingCycle,
    ];

    /// <summary>Without an id until the server gives one.</summary>
    public EntitlementTerms For(ToldFeature feature, EntitlementSource source)
    {
        var terms = new EntitlementTerms
        {
            Id = "",
            Source = source,
            ValueType = ValueType(feature),
        };
        if (feature.Subtype is not null && Of(Periods) is { } period)
            terms = terms with
            {
                MetricPeriod = period,
                MonthReset = period == MetricPeriod.CurrentMonth ? Of(Resets) : null,
            };
        return terms.ValueType switch
        {
            EntitlementValueType.Boolean => terms with { ValueBool = random.Next(4) > 0 },
            EntitlementValueType.Numeric => terms with { ValueNumeric = random.Next(2) == 0 ? random.Next(12) : 30 },
            EntitlementValueType.Trait => terms with
            {
                ValueTraitId = Of(world.Traits.FindAll(one => one.Id != feature.TraitId)).Id,
            },
            EntitlementValueType.Credit => terms with { CreditId = "bilcr_tokens" },
            _ => terms,
        };
    }

    public T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private EntitlementValueType ValueType(ToldFeature feature)
    {
        if (feature is { Subtype: null, TraitId: null })
            return EntitlementValueType.Boolean;
        return random.Next(12) switch
        {
            < 6 => EntitlementValueType.Numeric,
            < 10 => EntitlementValueType.Trait,
            10 when feature.Subtype is not null => EntitlementValueType.Credit,
            _ => EntitlementValueType.Unlimited,
        };
    }
}
