using Schematic.Api.AuditLog;

namespace Schematic.Api.Tests.AuditLog;

public sealed class PackedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"name":"Zoë 💡 \"x\""}""")]
    public void A_text_comes_back_as_it_was(string text) =>
        Assert.Equal(text, PackedText.Unpack(PackedText.Pack(text)));

    [Fact]
    public void A_long_answer_takes_less_than_a_fifth()
    {
        var answer = string.Join(
            ',',
            Enumerable
                .Range(0, 200)
                .Select(static i => $$"""{"id":"entr_{{i}}","trait_type":"string","value":"Lisboa"}""")
        );

        var packed = PackedText.Pack(answer);

        Assert.InRange(packed.Length, 1, answer.Length / 5);
        Assert.Equal(answer, PackedText.Unpack(packed));
    }
}
