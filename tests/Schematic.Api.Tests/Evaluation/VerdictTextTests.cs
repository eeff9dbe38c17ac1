using System.Text;
using System.Text.Json;
using Schematic.Api.Evaluation;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Tests.Evaluation;

public sealed class VerdictTextTests
{
    private static readonly CheckFlagResponseData Least = new()
    {
        Flag = "export",
        Value = false,
        Reason = "Flag not found",
    };

    public static TheoryData<CheckFlagResponseData> Verdicts { get; } =
    [
        Least,
        Least with
        {
            Flag = "\"company_id\":null,\"user_id\":null",
            FlagId = "\"user_id\":null",
            Reason = "\"company_id\":null",
        },
        Least with
        {
            Flag = "\"quoted\" 🚀 <b>",
            Reason = "Matched standard rule \"é\" (rule_1)",
            Value = true,
            RuleType = RuleType.PlanEntitlementUsageExceeded,
            RuleId = "rule_1",
            FlagId = "flag_1",
            CompanyId = "comp_1",
            UserId = "user_1",
            Error = "x",
        },
        Least with
        {
            FeatureAllocation = long.MaxValue,
            FeatureUsage = 0,
            FeatureUsageEvent = "export",
            FeatureUsagePeriod = MetricPeriod.CurrentMonth,
            FeatureUsageResetAt = new DateTimeOffset(2026, 11, 20, 13, 37, 0, TimeSpan.FromHours(2)),
            CompanyId = "comp_1",
            Entitlement = new FeatureEntitlement
            {
                FeatureId = "feat_1",
                FeatureKey = "export",
                ValueType = EntitlementValueType.Numeric,
                CreditUsed = 0.25,
            },
        },
        Least with
        {
            Flag = "\"allocation\":0,\"usage\":0",
            FeatureAllocation = 1_500,
            FeatureUsage = -12,
            UserId = "user_1",
            Entitlement = new FeatureEntitlement
            {
                FeatureId = "\"feature_usage\":0",
                FeatureKey = "\"feature_allocation\":0",
                ValueType = EntitlementValueType.Trait,
                Allocation = 1_500,
                Usage = -12,
                SoftLimit = 0,
            },
        },
    ];

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_verdict_is_written_as_its_contract_is(CheckFlagResponseData verdict)
    {
        var (company, user) = (
            JsonSerializer.SerializeToUtf8Bytes(verdict.CompanyId),
            JsonSerializer.SerializeToUtf8Bytes(verdict.UserId)
        );
        var text = SerializedVerdict.FromVerdict(verdict);
        var output = new byte[text.Length + company.Length + user.Length];

        Assert.Equal(0, text.Write(output, company, user).Length);

        Assert.Equal(JsonSerializer.Serialize(verdict, WireJson.Strict), Encoding.UTF8.GetString(output));
    }
}
