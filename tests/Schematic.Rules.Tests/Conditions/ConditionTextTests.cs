using System.Globalization;
using Schematic.Rules.Comparison;
using Schematic.Rules.Conditions;
using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Tests.Conditions;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("", "none")]
    [InlineData("a", "a")]
    [InlineData("a b c d e", "a, b, c, d, e")]
    [InlineData("a b c d e f", "a, b, c, d, e and 1 more")]
    [InlineData("a b c d e f g", "a, b, c, d, e and 2 more")]
    public void A_list_shows_five_ids_and_counts_the_rest(string ids, string text)
    {
        var set = new IdSet(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(text, ConditionText.List(set));
        Assert.Equal($"one of {text}", ConditionText.OneOf(false, set));
        Assert.Equal($"none of {text}", ConditionText.OneOf(true, set));
    }

    [Theory]
    [InlineData(ComparisonOperator.Eq, "5", "5")]
    [InlineData(ComparisonOperator.Ne, "not 5", "not 5")]
    [InlineData(ComparisonOperator.Gt, "more than 5", "after 5")]
    [InlineData(ComparisonOperator.Gte, "at least 5", "5 or later")]
    [InlineData(ComparisonOperator.Lt, "less than 5", "before 5")]
    [InlineData(ComparisonOperator.Lte, "at most 5", "5 or earlier")]
    [InlineData(ComparisonOperator.IsEmpty, "empty", "empty")]
    [InlineData(ComparisonOperator.NotEmpty, "not empty", "not empty")]
    [InlineData(ComparisonOperator.Unknown, "an operator that is not known", "an operator that is not known")]
    public void A_comparison_reads_differently_for_dates(ComparisonOperator comparison, string text, string ofDates)
    {
        Assert.Equal(text, ConditionText.Comparison(ComparableKind.Int, comparison, "5"));
        Assert.Equal(text, ConditionText.Comparison(ComparableKind.String, comparison, "5"));
        Assert.Equal(ofDates, ConditionText.Comparison(ComparableKind.Date, comparison, "5"));
    }

    [Theory]
    [InlineData(ComparableKind.String, "eu", "\"eu\"")]
    [InlineData(ComparableKind.String, "", "\"\"")]
    [InlineData(ComparableKind.Int, "7.50", "7.5")]
    [InlineData(ComparableKind.Int, "seven", "0")]
    [InlineData(ComparableKind.Bool, "true", "true")]
    [InlineData(ComparableKind.Bool, "yes", "false")]
    [InlineData(ComparableKind.Date, "2026-11-20", "2026-11-20T00:00:00Z")]
    [InlineData(ComparableKind.Date, "2026-11-20T13:37:00.250+02:00", "2026-11-20T11:37:00.25Z")]
    [InlineData(ComparableKind.Date, "soon", "no date")]
    public void A_value_is_shown_as_its_kind_reads_it(ComparableKind kind, string value, string text) =>
        Assert.Equal(text, ConditionText.Value(kind, new ComparableValue(value)));

    [Theory]
    [InlineData(ComparableKind.Int, "abc", "It \"abc\" is not a number; counted as 0.")]
    [InlineData(ComparableKind.Bool, "1", "It \"1\" is neither true nor false; counted as false.")]
    [InlineData(ComparableKind.Date, "soon", "It \"soon\" is not a date; counted as absent.")]
    [InlineData(ComparableKind.Int, "5", null)]
    [InlineData(ComparableKind.Bool, "false", null)]
    [InlineData(ComparableKind.Date, "2026-11-20", null)]
    [InlineData(ComparableKind.String, "anything", null)]
    public void A_value_that_does_not_fit_is_pointed_out(ComparableKind kind, string value, string? text) =>
        Assert.Equal(text, ConditionText.Misfit("It", kind, new ComparableValue(value)));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("7.0", "7")]
    [InlineData("7.50", "7.5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1000000", "1000000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("1.2345678901234567890123456789", "1.2345678901234567890123456789")]
    public void A_number_is_exact_and_without_trailing_zeros(string number, string text) =>
        Assert.Equal(text, ConditionText.Number(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0, "0 credits")]
    [InlineData(1_000_000, "1 credit")]
    [InlineData(-1_000_000, "-1 credit")]
    [InlineData(2_000_000, "2 credits")]
    [InlineData(2_500_000, "2.5 credits")]
    [InlineData(1, "0.000001 credits")]
    [InlineData(-500_000, "-0.5 credits")]
    [InlineData(long.MaxValue, "9223372036854.775807 credits")]
    [InlineData(long.MinValue, "-9223372036854.775808 credits")]
    public void Credits_are_exact(long microCredits, string text) =>
        Assert.Equal(text, ConditionText.Credits(microCredits));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("One.", null, "One.")]
    [InlineData(null, "Two.", "Two.")]
    [InlineData("One.", "Two.", "One. Two.")]
    public void Notes_are_joined(string? one, string? other, string? text) =>
        Assert.Equal(text, ConditionText.Join(one, other));
}
