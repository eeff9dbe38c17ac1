using System.Globalization;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Http;

namespace Schematic.Api.Tests.Entitlements.Pricing;

public sealed class MinorUnitsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(5000L, null, "5000")]
    [InlineData(null, "5000.00", "5000.00")]
    [InlineData(5000L, "5000.00", "5000.00")]
    // An integer beside a fraction is a rounding of it.
    [InlineData(1L, "0.5", "0.5")]
    [InlineData(0L, "0.000000000001", "0.000000000001")]
    [InlineData(null, "999999999999999.999999999999", "999999999999999.999999999999")]
    [InlineData(long.MaxValue, null, "9223372036854775807")]
    public void The_text_wins_over_the_integer(long? amount, string? text, string? expected) =>
        Assert.Equal(
            expected,
            MinorUnits.Read(amount, text, "monthly_unit_price")?.ToString(CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("NaN")]
    [InlineData("١")]
    [InlineData("0.0000000000001")]
    [InlineData("1000000000000000")]
    public void Other_text_is_refused(string text) =>
        Assert.Equal(
            "monthly_unit_price_decimal",
            Assert.Throws<ApiException>(() => MinorUnits.Read(null, text, "monthly_unit_price")).Field
        );

    [Fact]
    public void Two_amounts_are_refused()
    {
        var refusal = Assert.Throws<ApiException>(() => MinorUnits.Read(5001, "5000.00", "yearly_unit_price"));

        Assert.Equal("yearly_unit_price_decimal", refusal.Field);
        Assert.Equal(
            "yearly_unit_price_decimal says 5000.00 but yearly_unit_price says 5001. "
                + "Give one of them, or the same amount in both.",
            refusal.Message
        );
    }

    [Fact]
    public void A_negative_amount_is_refused() =>
        Assert.Equal(
            "monthly_unit_price",
            Assert.Throws<ApiException>(static () => MinorUnits.Read(-1, null, "monthly_unit_price")).Field
        );

    [Theory]
    [InlineData("5000.00", "5000", 5000L)]
    [InlineData("0.50", "0.5", 1L)]
    [InlineData("0.49", "0.49", 0L)]
    [InlineData("1.000000000001", "1.000000000001", 1L)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", long.MaxValue)]
    public void An_amount_is_written_as_text_and_as_the_nearest_integer(string amount, string text, long integer)
    {
        var exact = decimal.Parse(amount, CultureInfo.InvariantCulture);

        Assert.Equal((text, integer), (MinorUnits.ToText(exact), MinorUnits.ToInteger(exact)));
    }
}
