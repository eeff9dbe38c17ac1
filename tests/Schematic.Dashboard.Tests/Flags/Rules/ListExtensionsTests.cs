using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class ListExtensionsTests
{
    [Theory]
    [InlineData("abc", "a", "b")]
    [InlineData("abc", "b", "c")]
    [InlineData("abc", "c", "b")]
    [InlineData("a", "a", null)]
    public void The_focus_goes_on_to_the_next_or_back(string items, string removed, string? neighbour)
    {
        IReadOnlyList<string> list = [.. items.Select(static letter => letter.ToString())];

        Assert.Equal(neighbour, list.NeighbourOf(list.Single(item => item == removed)));
    }
}
