using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Rules.Tests.Conditions;

public sealed class UnknownConditionTests
{
    private static readonly CompanyFacts Acme = new() { Id = "comp_acme" };

    [Theory]
    [InlineData(ConditionKind.Unknown)]
    [InlineData((ConditionKind)99)]
    public void A_kind_that_is_not_known_never_holds(ConditionKind kind)
    {
        var condition = new ConditionDefinition { Kind = kind, ResourceIds = ["comp_acme"] };

        Assert.Equal("", ConditionCase.HoldingOperators(condition, Acme, new UserFacts { Id = "comp_acme" }));
        Assert.Equal("", ConditionCase.HoldingOperators(condition, null));
    }

    [Fact]
    public void An_explanation_says_that_it_is_not_known() =>
        Assert.Equal(
            (
                "a known type of condition",
                "an unknown one",
                "This type of condition is not known here, so it does not hold."
            ),
            ConditionCase.Explain(new ConditionDefinition { Kind = ConditionKind.Unknown }, Acme)
        );
}
