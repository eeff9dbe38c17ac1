using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;

namespace Schematic.Api.Flags.Rules;

/// <summary>The enums of the wire and their counterparts in the engine.</summary>
internal static class EngineEnums
{
    public static ConditionKind ToEngine(this ConditionType type) =>
        EnumNames<ConditionType, ConditionKind>.Find(type) ?? ConditionKind.Unknown;

    public static ComparisonOperator ToEngine(this ComparableOperator comparison) =>
        EnumNames<ComparableOperator, ComparisonOperator>.Find(comparison) ?? ComparisonOperator.Unknown;

    public static RuleTier ToEngine(this RuleType type) =>
        EnumNames<RuleType, RuleTier>.Find(type) ?? RuleTier.Standard;

    /// <summary>Null for a period of a newer version, which counts as none.</summary>
    public static CounterPeriod? ToEngine(this MetricPeriod period) =>
        EnumNames<MetricPeriod, CounterPeriod>.Find(period);

    /// <summary>Null for a reset of a newer version, which counts as none.</summary>
    public static MonthReset? ToEngine(this MetricPeriodMonthReset reset) =>
        EnumNames<MetricPeriodMonthReset, MonthReset>.Find(reset);

    public static ConditionType ToContract(this ConditionKind kind) =>
        EnumNames<ConditionKind, ConditionType>.Find(kind) ?? ConditionType.Unknown;

    public static RuleType ToContract(this RuleTier tier) =>
        EnumNames<RuleTier, RuleType>.Find(tier) ?? RuleType.Unknown;

    public static MetricPeriod ToContract(this CounterPeriod period) =>
        EnumNames<CounterPeriod, MetricPeriod>.Find(period) ?? MetricPeriod.Unknown;

    public static MetricPeriodMonthReset ToContract(this MonthReset reset) =>
        EnumNames<MonthReset, MetricPeriodMonthReset>.Find(reset) ?? MetricPeriodMonthReset.Unknown;

    public static EntitlementKind ToEngine(this EntitlementValueType type) =>
        EnumNames<EntitlementValueType, EntitlementKind>.Find(type) ?? EntitlementKind.Unknown;

    public static EntitlementValueType ToContract(this EntitlementKind kind) =>
        EnumNames<EntitlementKind, EntitlementValueType>.Find(kind) ?? EntitlementValueType.Unknown;

    public static ExplainedOutcome ToContract(this Outcome outcome) =>
        EnumNames<Outcome, ExplainedOutcome>.Find(outcome) ?? ExplainedOutcome.Unknown;
}
