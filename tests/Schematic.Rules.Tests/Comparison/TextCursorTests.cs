using Schematic.Rules.Comparison;

namespace Schematic.Rules.Tests.Comparison;

public sealed class TextCursorTests
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar"];

    [Fact]
    public void Parts_are_read_one_after_the_other()
    {
        var cursor = new TextCursor("mar-07.25(later)");

        Assert.True(cursor.OneOf(Months, out var month));
        Assert.True(cursor.Skip('-'));
        Assert.True(cursor.Digits(2, out var day));
        Assert.True(cursor.Skip('.'));
        Assert.True(cursor.Fraction(out var ticks));
        Assert.True(cursor.Parenthesis());
        Assert.True(cursor.IsAtEnd);
        Assert.Equal((2, 7, 2_500_000L), (month, day, ticks));
    }

    [Fact]
    public void A_read_that_fails_consumes_nothing()
    {
        var cursor = new TextCursor("7x(");

        Assert.False(cursor.Skip('8'));
        Assert.False(cursor.Digits(2, out _));
        Assert.False(cursor.Digits(4, out _));
        Assert.False(cursor.OneOf(Months, out _));
        Assert.False(cursor.Parenthesis());
        Assert.True(cursor.Digits(1, out var digit));
        Assert.False(cursor.Fraction(out _));
        Assert.True(cursor.Skip('x'));
        Assert.Equal(7, digit);
    }

    [Fact]
    public void Only_ascii_digits_are_digits()
    {
        var cursor = new TextCursor("٧");

        Assert.False(cursor.Digits(1, out _));
        Assert.False(cursor.Fraction(out _));
    }

    [Theory]
    [InlineData("1", 1_000_000)]
    [InlineData("001", 10_000)]
    [InlineData("1234567", 1_234_567)]
    [InlineData("123456789", 1_234_567)]
    public void A_fraction_is_cut_to_100_ns(string digits, long expected)
    {
        var cursor = new TextCursor(digits);

        Assert.True(cursor.Fraction(out var ticks));
        Assert.Equal(expected, ticks);
        Assert.True(cursor.IsAtEnd);
    }

    [Fact]
    public void Nothing_can_be_read_behind_the_end()
    {
        var cursor = new TextCursor("");

        Assert.False(cursor.Skip(' '));
        Assert.False(cursor.Digits(1, out _));
        Assert.False(cursor.Parenthesis());
    }
}
