using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Conditions;

public sealed class BasePlanConditionTests
{
    private static readonly ConditionDefinition OnPro = ConditionOf.OnIds(ConditionKind.BasePlan, "plan_pro");

    [Theory]
    [InlineData("plan_pro", "eq not_empty")]
    [InlineData("plan_free", "ne not_empty")]
    [InlineData(null, "ne is_empty")]
    public void A_base_plan_has_four_operators(string? plan, string holding) =>
        Assert.Equal(holding, ConditionCase.HoldingOperators(OnPro, On(plan)));

    [Fact]
    public void Without_a_company_no_operator_holds() => Assert.Equal("", ConditionCase.HoldingOperators(OnPro, null));

    [Fact]
    public void An_add_on_is_no_base_plan() =>
        Assert.Equal(
            "ne is_empty",
            ConditionCase.HoldingOperators(OnPro, new CompanyFacts { Id = "comp_1", PlanIds = ["plan_pro"] })
        );

    [Theory]
    [InlineData(ComparisonOperator.Eq, "one of plan_pro")]
    [InlineData(ComparisonOperator.Ne, "none of plan_pro")]
    [InlineData(ComparisonOperator.IsEmpty, "no plan")]
    [InlineData(ComparisonOperator.NotEmpty, "any plan")]
    [InlineData(ComparisonOperator.Gt, "an operator that base plans have")]
    public void An_explanation_says_what_is_expected(ComparisonOperator comparison, string expected)
    {
        var condition = OnPro with { Operator = comparison };

        Assert.Equal((expected, "plan_free", null), ConditionCase.Explain(condition, On("plan_free")));
        Assert.Equal((expected, "none", null), ConditionCase.Explain(condition, On(null)));
        Assert.Equal("no company", ConditionCase.Explain(condition, null).Actual);
    }

    private static CompanyFacts On(string? plan) => new() { Id = "comp_1", BasePlanId = plan };
}
