using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Facts;
using Entitlement = Schematic.Rules.Facts.EntitlementFacts;

namespace Schematic.Api.Evaluation;

/// <summary>Turns verdicts of the engine into answers.</summary>
internal static class CheckMapping
{
    /// <summary>The reason, and the error, of a check whose evaluation failed.</summary>
    public const string EvaluationFailed = "The evaluation failed; default value for flag";

    /// <param name="verdict">The verdict of the engine.</param>
    /// <param name="key">The key of the flag, as the request names it.</param>
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

    public static FeatureEntitlement ToContract(this Entitlement entitlement) =>
        new()
        {
            FeatureId = entitlement.FeatureId,
            FeatureKey = entitlement.FeatureKey,
            ValueType = entitlement.Kind.ToContract(),
            Allocation = entitlement.Allocation,
            Usage = entitlement.Usage,
            SoftLimit = entitlement.SoftLimit,
            EventName = entitlement.EventName,
            EventSubtype = entitlement.EventSubtype,
            MetricPeriod = entitlement.MetricPeriod?.ToContract(),
            MonthReset = entitlement.MonthReset?.ToContract(),
            MetricResetAt = entitlement.MetricResetAt,
            CreditId = entitlement.CreditId,
            ConsumptionRate = MicroCredits.ToWire(entitlement.ConsumptionRateMicroCredits),
            CreditTotal = MicroCredits.ToWire(entitlement.CreditTotalMicroCredits),
            CreditUsed = MicroCredits.ToWire(entitlement.CreditUsedMicroCredits),
            CreditRemaining = MicroCredits.ToWire(entitlement.CreditRemainingMicroCredits),
            CreditReserved = MicroCredits.ToWire(entitlement.CreditReservedMicroCredits),
            CreditSettled = MicroCredits.ToWire(entitlement.CreditSettledMicroCredits),
        };
}
