using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;

namespace Schematic.Rules.Tests.Comparison;

public sealed class ComparableValueTests
{
    [Theory]
    [InlineData("eu", "String")]
    [InlineData("", "String")]
    [InlineData("5", "String Int")]
    [InlineData("-2.5", "String Int")]
    [InlineData("true", "String Bool")]
    [InlineData("false", "String Bool")]
    [InlineData("TRUE", "String")]
    [InlineData("2026-11-20", "String Date")]
    [InlineData("2026-13-45", "String")]
    public void A_text_fits_the_kinds_that_it_can_be_read_as(string text, string kinds) =>
        Assert.Equal(
            kinds,
            string.Join(' ', Enum.GetValues<ComparableKind>().Where(kind => new ComparableValue(text).Fits(kind)))
        );

    [Fact]
    public void What_cannot_be_read_is_0_false_and_no_date()
    {
        var value = new ComparableValue("soon");

        Assert.Equal((0m, false, null), (value.Number, value.IsTrue, value.Utc));
    }

    [Fact]
    public void What_can_be_read_is_read()
    {
        Assert.Equal(12.5m, new ComparableValue("12.5").Number);
        Assert.True(new ComparableValue("true").IsTrue);
        Assert.Equal(new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc), new ComparableValue("2026-11-20").Utc);
    }

    [Fact]
    public void No_text_is_the_empty_text()
    {
        Assert.Equal("", new ComparableValue(null).Text);
        Assert.Equal("", ComparableValue.Empty.Text);
    }
}
