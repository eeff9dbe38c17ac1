using System.Globalization;
using Schematic.Rules.Comparison;

namespace Schematic.Rules.Tests.Comparison;

public sealed class NumberTextTests
{
    private const string Largest = "79228162514264337593543950335";

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("42", "42")]
    [InlineData("-42", "-42")]
    [InlineData("+42", "42")]
    [InlineData("0042", "42")]
    [InlineData("12.5", "12.5")]
    [InlineData("-0.000001", "-0.000001")]
    [InlineData("1e3", "1000")]
    [InlineData("1E-3", "0.001")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-99999999999999999999", "-99999999999999999999")]
    [InlineData(Largest, Largest)]
    [InlineData("79228162514264337593543950336", Largest)]
    [InlineData("1e29", Largest)]
    [InlineData("1e999999999999", Largest)]
    [InlineData("-1e400", "-" + Largest)]
    [InlineData("1e-400", "0")]
    public void A_number_is_exact_or_the_bound_it_passes(string text, string number)
    {
        Assert.True(NumberText.TryParse(text, out var read));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("seven")]
    [InlineData("7 seats")]
    [InlineData(" 7")]
    [InlineData("7 ")]
    [InlineData("7\0")]
    [InlineData("1,000")]
    [InlineData("1_000")]
    [InlineData("0x1F")]
    [InlineData("$5")]
    [InlineData("(5)")]
    [InlineData("5%")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("٤٢")]
    [InlineData("true")]
    public void What_is_no_number_is_0(string text)
    {
        Assert.False(NumberText.TryParse(text, out var read));
        Assert.Equal(0, read);
    }

    [Fact]
    public void A_sum_stops_at_the_bound()
    {
        Assert.Equal(decimal.MaxValue, NumberText.Add(decimal.MaxValue - 1, long.MaxValue));
        Assert.Equal(decimal.MinValue, NumberText.Add(decimal.MinValue + 1, long.MinValue));
        Assert.Equal(18446744073709551614m, NumberText.Add(long.MaxValue, long.MaxValue));
    }
}
