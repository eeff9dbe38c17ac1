using System.Globalization;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1240", "usd", "$12.40")]
    [InlineData("1.24", "usd", "$0.0124")]
    [InlineData("0", "eur", "€0.00")]
    [InlineData("123456789012345.000000000001", "gbp", "£1,234,567,890,123.45000000000001")]
    [InlineData("1240", "jpy", "¥1,240")]
    [InlineData("1240", "kwd", "KWD 1.240")]
    [InlineData("500", "chf", "CHF 5.00")]
    public void An_amount_is_shown_exactly_in_the_units_of_its_currency(
        string minor,
        string currency,
        string expected
    ) => Assert.Equal(expected, Money.Format(decimal.Parse(minor, CultureInfo.InvariantCulture), currency));

    [Theory]
    [InlineData("12.40", "usd", "1240")]
    [InlineData(" 0.0124 ", "usd", "1.24")]
    [InlineData("1240", "JPY", "1240")]
    [InlineData("1.24", "kwd", "1240")]
    [InlineData("0.000000000001", "usd", "0.0000000001")]
    public void An_amount_is_read_exactly(string typed, string currency, string minor)
    {
        Assert.True(Money.TryParse(typed, currency, out var amount));
        Assert.Equal(minor, Money.ToWire(amount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("$5")]
    [InlineData(".5")]
    [InlineData("١")]
    [InlineData("1\n")]
    public void Anything_else_is_no_amount(string typed) =>
        Assert.Equal(typed.EndsWith('\n'), Money.TryParse(typed, "usd", out _));

    [Theory]
    [InlineData("1.24", "usd", "0.0124")]
    [InlineData("1240", "usd", "12.4")]
    [InlineData("1240", "jpy", "1240")]
    public void An_amount_comes_back_as_it_would_be_typed(string minor, string currency, string expected)
    {
        var input = Money.ToInput(decimal.Parse(minor, CultureInfo.InvariantCulture), currency);

        Assert.Equal(expected, input);
        Assert.True(Money.TryParse(input, currency, out var again));
        Assert.Equal(minor, Money.ToWire(again));
    }
}
