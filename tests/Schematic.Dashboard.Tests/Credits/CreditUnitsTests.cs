using Schematic.Dashboard.Credits;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class CreditUnitsTests
{
    [Theory]
    [InlineData("token", "tokens", 1, "1 token")]
    [InlineData("token", "tokens", 1000, "1,000 tokens")]
    [InlineData("token", "tokens", 0.5, "0.5 tokens")]
    [InlineData(null, " ", 2, "2 credits")]
    public void An_amount_has_the_name_of_the_credit(string? one, string? many, double amount, string text) =>
        Assert.Equal(text, CreditUnits.From(one, many).Format(amount));
}
