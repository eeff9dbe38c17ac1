using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Entitlements.Terms;

public sealed class EntitlementRowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly EntitlementValues Values = new()
    {
        ValueType = EntitlementValueType.Credit,
        ValueBool = true,
        ValueNumeric = 7,
        ValueTraitId = "trdf_1",
        ValueCreditId = "bilcr_1",
        CreditConsumptionRate = 0.3,
        MetricPeriod = MetricPeriod.CurrentMonth,
        MetricPeriodMonthReset = MetricPeriodMonthReset.BillingCycle,
        PriceBehavior = EntitlementPriceBehavior.Overage,
        SoftLimit = 5,
        BillingThreshold = 60,
        UsageQuantity = 9,
    };

    [Fact]
    public void What_a_plan_gives_is_stored_with_its_price()
    {
        var row = PlanEntitlement();

        row.Write(Values, Now);

        Assert.Equal(Values, row.ToValues());
        Assert.Equal((300_000, Now), (row.ConsumptionRateMicroCredits, row.UpdatedAt));
    }

    [Fact]
    public void A_copy_says_the_same_under_ids_of_its_own()
    {
        var row = PlanEntitlement();
        row.Write(Values, Now.AddDays(-1));
        var version = new PlanVersionRow
        {
            Id = "plvr_2",
            Name = "Pro",
            Description = "",
            Seq = 2,
            EnvironmentSeq = 3,
        };

        var copy = row.CopyTo(version, Now);

        Assert.Equal(row.ToValues(), copy.ToValues());
        Assert.Equal((row.Prices, row.WarningTiers), (copy.Prices, copy.WarningTiers));
        Assert.Equal((2, 3, Now, Now), (copy.PlanVersionSeq, copy.EnvironmentSeq, copy.CreatedAt, copy.UpdatedAt));
        Assert.Equal(6, new[] { row, copy }.SelectMany(static one => Ids(one)).Distinct().Count());
    }

    [Fact]
    public void An_override_is_stored_without_a_price()
    {
        var row = Override();

        row.Write(Values, Now);

        Assert.Equal(
            Values with
            {
                PriceBehavior = null,
                SoftLimit = null,
                BillingThreshold = null,
                UsageQuantity = null,
            },
            row.ToValues()
        );
    }

    [Fact]
    public void A_value_is_read_as_terms_of_its_source()
    {
        var row = Override();
        row.Write(Values, Now);

        Assert.Equal(
            new EntitlementTerms
            {
                Id = "cmov_1",
                Source = EntitlementSource.Override,
                ValueType = EntitlementValueType.Credit,
                ValueBool = true,
                ValueNumeric = 7,
                ValueTraitId = "trdf_1",
                CreditId = "bilcr_1",
                ConsumptionRateMicroCredits = 300_000,
                MetricPeriod = MetricPeriod.CurrentMonth,
                MonthReset = MetricPeriodMonthReset.BillingCycle,
            },
            row.ToTerms(EntitlementSource.Override)
        );
    }

    [Theory]
    [InlineData(EntitlementValueType.Numeric, true)]
    [InlineData(EntitlementValueType.Trait, true)]
    [InlineData(EntitlementValueType.Boolean, false)]
    [InlineData(EntitlementValueType.Credit, false)]
    [InlineData(EntitlementValueType.Unlimited, false)]
    public void Only_a_limit_has_a_rule_for_usage_beyond_it(EntitlementValueType type, bool hasRule)
    {
        var row = Override();
        row.Write(Values with { ValueType = type }, Now);

        Assert.Equal(hasRule ? "rule_2" : null, row.GetUsageExceededRuleId());
    }

    private static IEnumerable<string> Ids(PlanEntitlementRow row) => [row.Id, row.RuleId, row.UsageExceededRuleId];

    private static PlanEntitlementRow PlanEntitlement() =>
        new()
        {
            Id = "pltl_1",
            Prices = "{}",
            WarningTiers = "[]",
            RuleId = "rule_1",
            UsageExceededRuleId = "rule_2",
        };

    private static CompanyOverrideRow Override() =>
        new()
        {
            Id = "cmov_1",
            RuleId = "rule_1",
            UsageExceededRuleId = "rule_2",
        };
}
