using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

public sealed class MetricConditionTests
{
    private static readonly ConditionDefinition TenCalls = ConditionOf.Metric("api-call", ComparisonOperator.Eq, 10);

    private static readonly ConditionDefinition UpToLimit = TenCalls with
    {
        ComparisonTrait = new TraitReference("trdf_limit", EntityKind.Company, ComparableKind.Int),
    };

    [Theory]
    [InlineData(9, "ne lt lte not_empty")]
    [InlineData(10, "eq gte lte not_empty")]
    [InlineData(11, "ne gt gte not_empty")]
    [InlineData(0, "ne lt lte is_empty")]
    [InlineData(-1, "ne lt lte")]
    public void A_counter_is_compared_as_a_number(long counted, string holding) =>
        Assert.Equal(holding, ConditionCase.HoldingOperators(TenCalls, Counted(counted)));

    [Fact]
    public void An_event_that_was_never_counted_is_0()
    {
        var company = new CompanyFacts { Id = "comp_1" };

        Assert.Equal("ne lt lte is_empty", ConditionCase.HoldingOperators(TenCalls, company));
        Assert.Equal("eq gte lte is_empty", ConditionCase.HoldingOperators(TenCalls with { MetricValue = 0 }, company));
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(CounterPeriod.AllTime, null, 1)]
    [InlineData(CounterPeriod.CurrentDay, null, 2)]
    [InlineData(CounterPeriod.CurrentWeek, MonthReset.BillingCycle, 3)]
    [InlineData(CounterPeriod.CurrentMonth, null, 4)]
    [InlineData(CounterPeriod.CurrentMonth, MonthReset.FirstOfMonth, 4)]
    [InlineData(CounterPeriod.CurrentMonth, MonthReset.BillingCycle, 5)]
    public void Period_and_reset_choose_the_counter(CounterPeriod? period, MonthReset? reset, long counted)
    {
        var company = new CompanyFacts
        {
            Id = "comp_1",
            Metrics =
            [
                new MetricFact("api-call", CounterPeriod.AllTime, default, 1),
                new MetricFact("api-call", CounterPeriod.CurrentDay, default, 2),
                new MetricFact("api-call", CounterPeriod.CurrentWeek, default, 3),
                new MetricFact("api-call", CounterPeriod.CurrentMonth, MonthReset.FirstOfMonth, 4),
                new MetricFact("api-call", CounterPeriod.CurrentMonth, MonthReset.BillingCycle, 5),
                new MetricFact("report", CounterPeriod.AllTime, default, 99),
            ],
        };
        var condition = TenCalls with { MetricPeriod = period, MetricPeriodMonthReset = reset, MetricValue = counted };

        Assert.True(ConditionCase.Holds(condition, company));
        Assert.False(ConditionCase.Holds(condition with { Operator = ComparisonOperator.Ne }, company));
    }

    [Theory]
    [InlineData("7", "eq gte lte not_empty", null)]
    [InlineData("8", "ne lt lte not_empty", null)]
    [InlineData("none", "ne gt gte not_empty", "The compared trait's value \"none\" is not a number; counted as 0.")]
    [InlineData(null, "ne gt gte not_empty", "The company has no value for the trait to compare with; counted as 0.")]
    public void A_trait_of_the_company_wins_over_the_number(string? limit, string holding, string? note)
    {
        var company = Counted(7) with
        {
            Traits = limit is null ? [] : [new TraitFact("trdf_limit", ComparableKind.Int, limit)],
        };

        Assert.Equal(holding, ConditionCase.HoldingOperators(UpToLimit, company));
        Assert.Equal(note, ConditionCase.Explain(UpToLimit, company).Note);
        Assert.Null(ConditionCase.Explain(UpToLimit with { Operator = ComparisonOperator.IsEmpty }, company).Note);
    }

    [Fact]
    public void Without_an_event_or_a_company_no_operator_holds()
    {
        Assert.Equal("", ConditionCase.HoldingOperators(TenCalls, null));
        Assert.Equal("", ConditionCase.HoldingOperators(TenCalls with { EventSubtype = null }, Counted(10)));
    }

    [Fact]
    public void Without_a_number_only_the_operators_hold_that_need_none()
    {
        var condition = TenCalls with { MetricValue = null };

        Assert.Equal("not_empty", ConditionCase.HoldingOperators(condition, Counted(10)));
        Assert.Equal("is_empty", ConditionCase.HoldingOperators(condition, Counted(0)));
    }

    [Fact]
    public void A_preflight_quantity_is_added()
    {
        var preflight = new Preflight(usage: 1, eventSubtype: "api-call", eventQuantity: 3);

        Assert.True(ConditionCase.Holds(TenCalls, Counted(7), preflight: preflight));
        Assert.Equal(
            ("10", "10", "7 counted, 3 asked about."),
            ConditionCase.Explain(TenCalls, Counted(7), preflight: preflight)
        );
    }

    [Fact]
    public void An_explanation_says_what_is_missing()
    {
        Assert.Equal(
            ("10", "no company", "There is no company in this check, so nothing about one holds."),
            ConditionCase.Explain(TenCalls, null)
        );
        Assert.Equal(
            ("none", "none", "The condition names no event or no number, so it does not hold."),
            ConditionCase.Explain(TenCalls with { MetricValue = null }, Counted(7))
        );
    }

    private static CompanyFacts Counted(long count) =>
        new() { Id = "comp_1", Metrics = [new MetricFact("api-call", CounterPeriod.AllTime, default, count)] };
}
