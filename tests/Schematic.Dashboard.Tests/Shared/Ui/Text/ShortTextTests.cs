using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("abcd", "abc…")]
    [InlineData("ab🦊", "ab…")]
    [InlineData("a🦊b", "a🦊…")]
    public void A_long_text_ends_between_two_characters(string text, string cut) =>
        Assert.Equal(cut, ShortText.Cut(text, 3));
}
