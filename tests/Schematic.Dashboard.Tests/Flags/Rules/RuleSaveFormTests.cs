using System.ComponentModel.DataAnnotations;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleSaveFormTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData(" Why.\nBecause. \n", "Why.\nBecause.")]
    public void A_blank_comment_is_none_and_line_breaks_within_it_stay(string typed, string? sent) =>
        Assert.Equal(sent, new RuleSaveForm { Comment = typed }.ToContract());

    [Theory]
    [InlineData("a", 1000, true)]
    [InlineData("a", 1001, false)]
    [InlineData("🚀", 1000, true)]
    [InlineData("🚀", 1001, false)]
    public void It_is_as_long_as_the_API_counts(string letter, int count, bool fits)
    {
        var form = new RuleSaveForm { Comment = string.Concat(Enumerable.Repeat(letter, count)) };
        var wrong = new List<ValidationResult>();

        Assert.Equal(
            fits,
            Validator.TryValidateObject(form, new ValidationContext(form), wrong, validateAllProperties: true)
        );
        Assert.Equal(
            fits ? [] : ["Use at most 1,000 characters. These are 1,001."],
            wrong.Select(static result => result.ErrorMessage)
        );
        Assert.All(wrong, static result => Assert.Equal([nameof(RuleSaveForm.Comment)], result.MemberNames));
    }
}
