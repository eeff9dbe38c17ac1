using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests.Comparison;

/// <summary>Each row is a pair of values and the operators that hold for it; all others must not.</summary>
public sealed class ComparisonTableTests
{
    private const string MaxLong = "9223372036854775807";

    [Theory]
    [InlineData("a", "a", "eq gte lte not_empty")]
    [InlineData("a", "b", "ne lt lte not_empty")]
    [InlineData("b", "a", "ne gt gte not_empty")]
    [InlineData("", "", "eq gte lte is_empty")]
    [InlineData("", "a", "ne lt lte is_empty")]
    [InlineData("a", "", "ne gt gte not_empty")]
    [InlineData(" ", "", "ne gt gte not_empty")]
    // Ordinal: capitals first, digits by code and not by number, no folding and no normalization.
    [InlineData("Z", "a", "ne lt lte not_empty")]
    [InlineData("10", "9", "ne lt lte not_empty")]
    [InlineData("é", "e\u0301", "ne gt gte not_empty")]
    [InlineData("ß", "ss", "ne gt gte not_empty")]
    [InlineData("a\u00ADb", "ab", "ne gt gte not_empty")]
    [InlineData("ab", "abc", "ne lt lte not_empty")]
    public void Texts(string left, string right, string holding) =>
        AssertOperators(ComparableKind.String, left, right, holding);

    [Theory]
    [InlineData("5", "5", "eq gte lte not_empty")]
    [InlineData("5", "6", "ne lt lte not_empty")]
    [InlineData("10", "9", "ne gt gte not_empty")]
    [InlineData("0", "0", "eq gte lte is_empty")]
    [InlineData("-1", "0", "ne lt lte")]
    [InlineData("-1", "-2", "ne gt gte")]
    [InlineData("", "", "eq gte lte is_empty")]
    [InlineData("", "0", "eq gte lte is_empty")]
    [InlineData("", "-1", "ne gt gte is_empty")]
    [InlineData("seven", "0", "eq gte lte is_empty")]
    [InlineData("seven", "eight", "eq gte lte is_empty")]
    [InlineData("7", "eight", "ne gt gte not_empty")]
    [InlineData(" 7", "0", "eq gte lte is_empty")]
    [InlineData("+7", "7", "eq gte lte not_empty")]
    [InlineData("007", "7", "eq gte lte not_empty")]
    [InlineData("7.0", "7", "eq gte lte not_empty")]
    [InlineData("12.5", "12", "ne gt gte not_empty")]
    [InlineData("0.1", "0", "ne gt gte not_empty")]
    [InlineData("1e3", "1000", "eq gte lte not_empty")]
    [InlineData("9223372036854775808", MaxLong, "ne gt gte not_empty")]
    [InlineData("9007199254740993", "9007199254740992", "ne gt gte not_empty")]
    [InlineData("1e400", "1e300", "eq gte lte not_empty")]
    [InlineData("-1e400", "0", "ne lt lte")]
    public void Numbers(string left, string right, string holding) =>
        AssertOperators(ComparableKind.Int, left, right, holding);

    [Theory]
    [InlineData("true", "true", "eq not_empty")]
    [InlineData("true", "false", "ne not_empty")]
    [InlineData("false", "true", "ne not_empty")]
    [InlineData("false", "false", "eq not_empty")]
    [InlineData("", "false", "eq not_empty")]
    [InlineData("", "", "eq not_empty")]
    [InlineData("True", "true", "ne not_empty")]
    [InlineData("1", "true", "ne not_empty")]
    [InlineData("yes", "no", "eq not_empty")]
    public void Booleans(string left, string right, string holding) =>
        AssertOperators(ComparableKind.Bool, left, right, holding);

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", "eq gte lte not_empty")]
    [InlineData("2026-11-20", "2026-11-21", "ne lt lte not_empty")]
    [InlineData("2026-11-21", "2026-11-20", "ne gt gte not_empty")]
    [InlineData("2026-11-20", "2026-11-20T00:00:00Z", "eq gte lte not_empty")]
    [InlineData("2026-11-20T01:00:00+02:00", "2026-11-20", "ne lt lte not_empty")]
    [InlineData("2026-11-20T13:37:00+02:00", "2026-11-20 11:37:00 UTC", "eq gte lte not_empty")]
    [InlineData("", "2026-11-20", "ne lt lte is_empty")]
    [InlineData("soon", "2026-11-20", "ne lt lte is_empty")]
    [InlineData("2026-11-20", "", "ne gt gte not_empty")]
    [InlineData("2026-11-20", "soon", "ne gt gte not_empty")]
    [InlineData("", "", "eq gte lte is_empty")]
    [InlineData("soon", "late", "eq gte lte is_empty")]
    [InlineData("0001-01-01", "", "ne gt gte not_empty")]
    public void Dates(string left, string right, string holding) =>
        AssertOperators(ComparableKind.Date, left, right, holding);

    [Fact]
    public void An_operator_or_a_kind_of_a_later_time_holds_for_nothing()
    {
        var value = new ComparableValue("1");

        Assert.All(
            Enum.GetValues<ComparableKind>(),
            kind => Assert.False(ComparisonTable.Holds(kind, ComparisonOperator.Unknown, value, value))
        );
        Assert.All(
            Enum.GetValues<ComparableKind>(),
            kind => Assert.False(ComparisonTable.Holds(kind, (ComparisonOperator)99, value, value))
        );
        Assert.All(
            Enum.GetValues<ComparisonOperator>(),
            comparison => Assert.False(ComparisonTable.Holds((ComparableKind)99, comparison, value, value))
        );
    }

    private static void AssertOperators(ComparableKind kind, string left, string right, string holding)
    {
        var (leftValue, rightValue) = (new ComparableValue(left), new ComparableValue(right));
        var found = Operators
            .All.Where(comparison => ComparisonTable.Holds(kind, comparison.Operator, leftValue, rightValue))
            .Select(static comparison => comparison.Name);

        Assert.Equal(holding, string.Join(' ', found));
    }
}
