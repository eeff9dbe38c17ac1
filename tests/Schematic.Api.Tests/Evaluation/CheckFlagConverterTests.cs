using System.Text.Json;
using Schematic.Api.Evaluation;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Tests.Evaluation;

public sealed class CheckFlagConverterTests
{
    private static readonly CheckFlagResponseData Least = new() { Flag = "export", Value = false, Reason = "Flag not found" };

    public static TheoryData<CheckFlagResponseData> Verdicts { get; } =
    [
        Least,
        Least with { Flag = "\"quoted\" 🚀 <b>", Reason = "Matched standard rule \"é\" (rule_1)", Value = true, RuleType = RuleType.PlanEntitlementUsageExceeded, RuleId = "rule_1", FlagId = "flag_1", CompanyId = "comp_1", UserId = "user_1", Error = "x" },
        Least with
        {
            FeatureAllocation = long.MaxValue,
            FeatureUsage = 0,
            FeatureUsageEvent = "export",
            FeatureUsagePeriod = MetricPeriod.CurrentMonth,
            FeatureUsageResetAt = new DateTimeOffset(2026, 11, 20, 13, 37, 0, TimeSpan.FromHours(2)),
            Entitlement = new FeatureEntitlement { FeatureId = "feat_1", FeatureKey = "export", ValueType = EntitlementValueType.Numeric, CreditUsed = 0.25 },
        },
    ];

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_verdict_is_written_as_its_contract_would_be(CheckFlagResponseData verdict)
    {
        var options = new JsonSerializerOptions();
        WireJson.Apply(options, tolerant: false);
        options.Converters.Add(new CheckFlagConverter());

        Assert.Equal(JsonSerializer.Serialize(verdict, WireJson.Strict), JsonSerializer.Serialize(verdict, options));
    }
}
