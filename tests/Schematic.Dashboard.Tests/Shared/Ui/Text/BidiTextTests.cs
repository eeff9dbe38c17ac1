using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class BidiTextTests
{
    [Theory]
    [InlineData("Acme", "Acme")]
    [InlineData("\u05d7\u05d1\u05e8\u05d4 Acme", "\u05d7\u05d1\u05e8\u05d4 Acme")]
    [InlineData("exe.\u202Egpj", "exe.[U+202E]gpj")]
    [InlineData("\u2066a\u2069\u200F", "[U+2066]a[U+2069][U+200F]")]
    public void Marks_that_turn_the_text_around_are_written_out(string text, string shown) =>
        Assert.Equal(shown, BidiText.Show(text));
}
