using System.Globalization;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("name", "name")]
    [InlineData("traits.seats", "traits seats")]
    [InlineData(
        "rules[2].condition_groups[10].conditions[0].operator",
        "rules:2 condition_groups:10 conditions:0 operator"
    )]
    [InlineData("keys.my key-1", "keys my key-1")]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("rules[].name", "")]
    [InlineData("rules[-1]", "")]
    [InlineData("rules[1]x", "")]
    [InlineData("a..b", "")]
    public void A_path_is_split_into_its_members(string? path, string members) =>
        Assert.Equal(
            members,
            string.Join(
                ' ',
                FieldPath
                    .Parse(path)
                    .Select(static member =>
                        member.Index is { } index
                            ? string.Create(CultureInfo.InvariantCulture, $"{member.Name}:{index}")
                            : member.Name
                    )
            )
        );

    [Theory]
    [InlineData("name is required.", "name", " is required.")]
    [InlineData("A company has this name.", "name", "A company has this name.")]
    public void A_sentence_is_left_without_its_path(string sentence, string path, string rest) =>
        Assert.Equal(rest, FieldPath.WithoutPath(sentence, path));

    [Theory]
    [InlineData("use eq.", "Use eq.")]
    [InlineData("", "")]
    public void A_sentence_begins_with_a_capital(string text, string sentence) =>
        Assert.Equal(sentence, FieldPath.Capitalize(text));
}
