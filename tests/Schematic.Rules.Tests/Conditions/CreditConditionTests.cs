using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

public sealed class CreditConditionTests
{
    private const long Credit = 1_000_000;

    [Theory]
    [InlineData(Credit, null, true)]
    [InlineData(Credit - 1, null, false)]
    [InlineData(5 * Credit / 2, 5 * Credit / 2, true)]
    [InlineData((5 * Credit / 2) - 1, 5 * Credit / 2, false)]
    [InlineData(0, 0L, true)]
    public void A_balance_is_enough_for_one_unit_at_the_rate(long balance, long? rate, bool isEnough) =>
        Assert.Equal(isEnough, ConditionCase.Holds(ConditionOf.Credit("bilcr_1", rate), With(balance)));

    [Fact]
    public void The_operator_plays_no_part()
    {
        const string All = "eq ne gt gte lt lte is_empty not_empty";

        Assert.Equal(All, ConditionCase.HoldingOperators(ConditionOf.Credit("bilcr_1"), With(Credit)));
        Assert.Equal("", ConditionCase.HoldingOperators(ConditionOf.Credit("bilcr_1"), With(Credit - 1)));
    }

    [Fact]
    public void Without_a_company_a_credit_or_a_balance_it_does_not_hold()
    {
        Assert.False(ConditionCase.Holds(ConditionOf.Credit("bilcr_1"), null));
        Assert.False(ConditionCase.Holds(ConditionOf.Credit("bilcr_1") with { CreditId = null }, With(Credit)));
        Assert.False(ConditionCase.Holds(ConditionOf.Credit("bilcr_2"), With(Credit)));
    }

    [Theory]
    [InlineData(null, 6, false)]
    [InlineData(null, 5, true)]
    [InlineData("api-call", 6, true)]
    [InlineData("report", 6, false)]
    public void The_quantity_of_the_conditions_own_event_multiplies_the_rate(
        string? eventSubtype,
        long usage,
        bool isEnough
    )
    {
        var condition = ConditionOf.Credit("bilcr_1") with { EventSubtype = eventSubtype };
        var preflight = new Preflight(usage, "api-call", 5);

        Assert.Equal(isEnough, ConditionCase.Holds(condition, With(5 * Credit), preflight: preflight));
    }

    [Fact]
    public void A_product_beyond_64_bits_is_not_enough()
    {
        var condition = ConditionOf.Credit("bilcr_1", long.MaxValue);

        Assert.False(
            ConditionCase.Holds(condition, With(long.MaxValue), preflight: new Preflight(usage: long.MaxValue))
        );
        Assert.True(ConditionCase.Holds(condition, With(long.MaxValue)));
    }

    [Theory]
    [InlineData(5 * Credit, true)]
    [InlineData((5 * Credit) + 1, false)]
    [InlineData(0, true)]
    public void A_cost_is_compared_with_the_balance_whatever_the_usage(long cost, bool isEnough) =>
        Assert.Equal(
            isEnough,
            ConditionCase.Holds(
                ConditionOf.Credit("bilcr_1"),
                With(5 * Credit),
                preflight: new Preflight(60, null, 0, new Dictionary<string, long> { ["bilcr_1"] = cost })
            )
        );

    [Fact]
    public void An_explanation_says_where_the_needed_amount_comes_from()
    {
        var condition = ConditionOf.Credit("bilcr_1", 5 * Credit / 2);
        var costs = new Dictionary<string, long> { ["bilcr_1"] = Credit };

        Assert.Equal(("at least 2.5 credits", "5 credits", null), ConditionCase.Explain(condition, With(5 * Credit)));
        Assert.Equal(
            ("at least 7.5 credits", "5 credits", "3 asked about, at 2.5 credits each."),
            ConditionCase.Explain(condition, With(5 * Credit), preflight: new Preflight(usage: 3))
        );
        Assert.Equal(
            ("at least 1 credit", "5 credits", "The cost asked about."),
            ConditionCase.Explain(condition, With(5 * Credit), preflight: new Preflight(3, null, 0, costs))
        );
        Assert.Equal(
            ("at least 2.5 credits", "none", "The condition names no credit, so it does not hold."),
            ConditionCase.Explain(condition with { CreditId = null }, With(0))
        );
        Assert.Equal("no company", ConditionCase.Explain(condition, null).Actual);
    }

    private static CompanyFacts With(long balance) =>
        new()
        {
            Id = "comp_1",
            Credits = new Dictionary<string, CreditFigures> { ["bilcr_1"] = new(balance, balance) },
        };
}
