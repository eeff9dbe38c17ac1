using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("eq 5", false)]
    [InlineData("eq 5, eq 6", true)]
    [InlineData("eq 5, ne 5", true)]
    [InlineData("ne 5, eq 5", true)]
    [InlineData("ne 5, ne 6", false)]
    [InlineData("gt 5, lt 5", true)]
    [InlineData("gte 5, lte 5", false)]
    [InlineData("gte 5, lte 5, ne 5", true)]
    [InlineData("gt 5, lte 5", true)]
    [InlineData("gte 5, lt 5", true)]
    [InlineData("lte 5, lt 5, gte 5", true)]
    [InlineData("gte 5, gt 5, lte 5", true)]
    [InlineData("gt 5, lt 5.1", false)]
    [InlineData("gt 5, gte 3, lt 6, lte 9", false)]
    public void A_range_is_empty_if_no_number_satisfies_all_comparisons(string comparisons, bool isEmpty)
    {
        var range = new NumberRange();
        foreach (var comparison in comparisons.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = comparison.Split(' ');
            Assert.True(WireEnum<ComparableOperator>.TryParse(parts[0], out var parsed));
            range.Narrow(parsed, decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(isEmpty, range.IsEmpty);
    }
}
