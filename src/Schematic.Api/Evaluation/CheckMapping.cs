using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Entitlement = Schematic.Rules.Facts.EntitlementFacts;

namespace Schematic.Api.Evaluation;

internal static class CheckMapping
{
    /// <summary>The reason of a verdict that no evaluation came to; it is an error as well.</summary>
    public const string EvaluationFailed = "The evaluation failed; default value for flag";

    private const decimal MicroCredits = 1_000_000;

    /// <param name="key">As it was asked for.</param>
    public static CheckFlagResponseData ToContract(this in Verdict verdict, string key)
    {
        var entitlement = verdict.Entitlement;
        return new CheckFlagResponseData
        {
            Flag = key,
            FlagId = verdict.FlagId,
            Value = verdict.Value,
            Reason = verdict.Reason,
            RuleId = verdict.RuleId,
            RuleType = verdict.RuleTier?.ToContract(),
            CompanyId = verdict.CompanyId,
            UserId = verdict.UserId,
            Error = verdict.Reason == EvaluationFailed ? EvaluationFailed : null,
            Entitlement = entitlement?.ToContract(),
            FeatureAllocation = entitlement?.Allocation,
            FeatureUsage = entitlement?.Usage,
            FeatureUsageEvent = entitlement?.EventSubtype,
            FeatureUsagePeriod = entitlement?.MetricPeriod?.ToContract(),
            FeatureUsageResetAt = entitlement?.MetricResetAt,
        };
    }

    public static RuleType ToContract(this RuleTier tier) =>
        tier switch
        {
            RuleTier.GlobalOverride => RuleType.GlobalOverride,
            RuleTier.CompanyOverride => RuleType.CompanyOverride,
            RuleTier.PlanEntitlement => RuleType.PlanEntitlement,
            RuleTier.CompanyOverrideUsageExceeded => RuleType.CompanyOverrideUsageExceeded,
            RuleTier.PlanEntitlementUsageExceeded => RuleType.PlanEntitlementUsageExceeded,
            RuleTier.Standard => RuleType.Standard,
            RuleTier.Default => RuleType.Default,
            _ => RuleType.Unknown,
        };

    public static ConditionType ToContract(this ConditionKind kind) =>
        kind switch
        {
            ConditionKind.BasePlan => ConditionType.BasePlan,
            ConditionKind.BillingProduct => ConditionType.BillingProduct,
            ConditionKind.Company => ConditionType.Company,
            ConditionKind.Credit => ConditionType.Credit,
            ConditionKind.Metric => ConditionType.Metric,
            ConditionKind.Plan => ConditionType.Plan,
            ConditionKind.PlanVersion => ConditionType.PlanVersion,
            ConditionKind.Trait => ConditionType.Trait,
            ConditionKind.User => ConditionType.User,
            _ => ConditionType.Unknown,
        };

    private static FeatureEntitlement ToContract(this Entitlement entitlement) =>
        new()
        {
            FeatureId = entitlement.FeatureId,
            FeatureKey = entitlement.FeatureKey,
            ValueType = entitlement.Kind switch
            {
                EntitlementKind.Boolean => EntitlementValueType.Boolean,
                EntitlementKind.Numeric => EntitlementValueType.Numeric,
                EntitlementKind.Trait => EntitlementValueType.Trait,
                EntitlementKind.Unlimited => EntitlementValueType.Unlimited,
                EntitlementKind.Credit => EntitlementValueType.Credit,
                _ => EntitlementValueType.Unknown,
            },
            Allocation = entitlement.Allocation,
            Usage = entitlement.Usage,
            SoftLimit = entitlement.SoftLimit,
            EventName = entitlement.EventName,
            EventSubtype = entitlement.EventSubtype,
            MetricPeriod = entitlement.MetricPeriod?.ToContract(),
            MonthReset = entitlement.MonthReset switch
            {
                MonthReset.BillingCycle => MetricPeriodMonthReset.BillingCycle,
                MonthReset.FirstOfMonth => MetricPeriodMonthReset.FirstOfMonth,
                _ => null,
            },
            MetricResetAt = entitlement.MetricResetAt,
            CreditId = entitlement.CreditId,
            ConsumptionRate = Credits(entitlement.ConsumptionRateMicroCredits),
            CreditTotal = Credits(entitlement.CreditTotalMicroCredits),
            CreditUsed = Credits(entitlement.CreditUsedMicroCredits),
            CreditRemaining = Credits(entitlement.CreditRemainingMicroCredits),
            CreditReserved = Credits(entitlement.CreditReservedMicroCredits),
            CreditSettled = Credits(entitlement.CreditSettledMicroCredits),
        };

    private static MetricPeriod ToContract(this CounterPeriod period) =>
        period switch
        {
            CounterPeriod.CurrentDay => MetricPeriod.CurrentDay,
            CounterPeriod.CurrentWeek => MetricPeriod.CurrentWeek,
            CounterPeriod.CurrentMonth => MetricPeriod.CurrentMonth,
            _ => MetricPeriod.AllTime,
        };

    private static double? Credits(long? microCredits) => (double?)(microCredits / MicroCredits);
}
