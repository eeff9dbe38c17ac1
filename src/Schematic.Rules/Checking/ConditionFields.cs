using Schematic.Rules.Definitions;

namespace Schematic.Rules.Checking;

/// <summary>Which fields a kind of condition has. An empty text and an empty list count as left out, as the wire cannot leave out all.</summary>
internal static class ConditionFields
{
    private static readonly string[] OfIds = [WireNames.ResourceIds];
    private static readonly string[] OfMetric =
    [
        WireNames.EventSubtype,
        WireNames.MetricPeriod,
        WireNames.MetricPeriodMonthReset,
        WireNames.MetricValue,
        WireNames.ComparisonTraitId,
    ];
    private static readonly string[] OfTrait = [WireNames.TraitId, WireNames.TraitValue, WireNames.ComparisonTraitId];
    private static readonly string[] OfCredit = [WireNames.CreditId, WireNames.CreditCost, WireNames.EventSubtype];

    /// <summary>The fields that are given and mean nothing to the condition.</summary>
    public static IEnumerable<string> Strangers(ConditionDefinition condition) =>
        Given(condition).Except(Of(condition.Kind));

    private static string[] Of(ConditionKind kind) =>
        kind switch
        {
            ConditionKind.Metric => OfMetric,
            ConditionKind.Trait => OfTrait,
            ConditionKind.Credit => OfCredit,
            _ => OfIds,
        };

    private static IEnumerable<string> Given(ConditionDefinition condition) =>
        from field in new (string Name, bool IsGiven)[]
        {
            (WireNames.ResourceIds, condition.ResourceIds.Count > 0),
            (WireNames.EventSubtype, !string.IsNullOrEmpty(condition.EventSubtype)),
            (WireNames.MetricPeriod, condition.MetricPeriod is not null),
            (WireNames.MetricPeriodMonthReset, condition.MetricPeriodMonthReset is not null),
            (WireNames.MetricValue, condition.MetricValue is not null),
            (WireNames.CreditId, !string.IsNullOrEmpty(condition.CreditId)),
            (WireNames.CreditCost, condition.ConsumptionRateMicroCredits is not null),
            (WireNames.TraitId, condition.Trait is not null),
            (WireNames.TraitValue, !string.IsNullOrEmpty(condition.TraitValue)),
            (WireNames.ComparisonTraitId, condition.ComparisonTrait is not null),
        }
        where field.IsGiven
        select field.Name;
}
