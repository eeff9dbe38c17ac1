using Schematic.Dashboard.Credits;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class CreditAmountTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1250.5, "1,250.5")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(4e-7, "0")]
    [InlineData(-4e-7, "0")]
    [InlineData(0.0000015, "0.000002")]
    [InlineData(-5.25, "-5.25")]
    [InlineData(9_000_000_000_000, "9,000,000,000,000")]
    public void An_amount_has_its_digits_and_no_noise(double credits, string text) =>
        Assert.Equal(text, CreditAmount.Format(credits));

    // A conversion that keeps 15 digits would lose the last two.
    [Theory]
    [InlineData(4_000_000_000.000001)]
    [InlineData(1_234_567_890.123457)]
    public void Millionths_of_billions_are_kept(double credits) =>
        Assert.Equal(
            credits.ToString("N6", System.Globalization.CultureInfo.InvariantCulture),
            CreditAmount.Format(credits)
        );

    [Fact]
    public void A_sum_of_amounts_is_exact() =>
        Assert.Equal(
            "1",
            CreditAmount.Format(Enumerable.Repeat(0.1, 10).Sum(static part => CreditAmount.FromWire(part)))
        );

    [Theory]
    [InlineData(1250.5, "+1,250.5")]
    [InlineData(-0.25, "−0.25")]
    [InlineData(0, "0")]
    public void A_change_has_its_sign(double credits, string text) =>
        Assert.Equal(text, CreditAmount.FormatChange(CreditAmount.FromWire(credits)));

    [Theory]
    [InlineData("10,000", 10_000L)]
    [InlineData(" 5 ", 5L)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public void A_whole_number_of_credits_is_read(string text, long? number) =>
        Assert.Equal(number, CreditAmount.ParseWhole(text));
}
