using Schematic.Dashboard.Entities.Keys;

namespace Schematic.Dashboard.Tests.Entities.Keys;

public sealed class KeyDraftTests
{
    [Theory]
    [InlineData("domain", null)]
    [InlineData(" ", "Name the key, like domain.")]
    [InlineData(" id ", "\"id\" is the Schematic id. Use another name.")]
    public void A_name_is_given_and_not_that_of_the_id(string name, string? problem) =>
        Assert.Equal(problem, new KeyDraft { Name = name }.NameProblem);

    [Theory]
    [InlineData(256, null)]
    [InlineData(257, "Use at most 256 characters.")]
    public void A_name_is_not_longer_than_the_api_takes(int length, string? problem) =>
        Assert.Equal(problem, new KeyDraft { Name = new string('x', length) }.NameProblem);

    [Theory]
    [InlineData(1, null)]
    [InlineData(0, "Enter the value.")]
    [InlineData(4_096, null)]
    [InlineData(4_097, "Use at most 4,096 characters; these are 4,097.")]
    public void A_value_is_given_and_not_longer_than_the_api_takes(int length, string? problem) =>
        Assert.Equal(problem, new KeyDraft { Value = new string('x', length) }.ValueProblem);

    [Theory]
    [InlineData("", " ", true)]
    [InlineData("a", "", false)]
    [InlineData("", "a", false)]
    public void A_row_with_neither_is_empty(string name, string value, bool isEmpty) =>
        Assert.Equal(isEmpty, new KeyDraft { Name = name, Value = value }.IsEmpty);
}
