using Schematic.Dashboard.Flags.Checks;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class CreditCostTests
{
    [Theory]
    [InlineData("bilcr_1:2.5", "bilcr_1", 2.5)]
    [InlineData("a:b:0", "a:b", 0)]
    [InlineData("bilcr_1:1E+20", "bilcr_1", 1e20)]
    public void A_cost_is_read_back_as_it_was_written(string text, string credit, double amount)
    {
        var cost = CreditCost.FromText(text);

        Assert.Equal(new CreditCost(credit, amount), cost);
        Assert.Equal(text, cost!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("bilcr_1")]
    [InlineData(":1")]
    [InlineData("bilcr_1:")]
    [InlineData("bilcr_1:-1")]
    [InlineData("bilcr_1:NaN")]
    [InlineData("bilcr_1:1e999")]
    [InlineData("bilcr_1:1,5")]
    public void Anything_else_is_passed_over(string text) => Assert.Null(CreditCost.FromText(text));
}
