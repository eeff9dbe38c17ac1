using System.Globalization;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class ChosenIdsTests
{
    [Fact]
    public void Ids_stand_once_each_in_the_order_they_were_chosen()
    {
        var ids = new ChosenIds(["b", "a", "b"]);

        Assert.True(ids.TryAdd("c"));
        Assert.True(ids.TryAdd("a"));

        Assert.Equal(["b", "a", "c"], ids);
        Assert.True(ids.Contains("c"));
    }

    [Fact]
    public void What_is_removed_can_be_chosen_again_and_comes_last()
    {
        var ids = new ChosenIds(["a", "b"]);

        ids.Remove("a");
        ids.Remove("none");
        Assert.Equal(["b"], ids);
        ids.TryAdd("a");

        Assert.Equal(["b", "a"], ids);
    }

    [Fact]
    public void There_is_room_for_as_many_as_the_api_takes()
    {
        var ids = new ChosenIds(
            Enumerable.Range(1, 999).Select(static number => number.ToString(CultureInfo.InvariantCulture))
        );

        Assert.True(ids.TryAdd("the 1,000th"));
        Assert.False(ids.TryAdd("one more"));
        Assert.True(ids.TryAdd("1"));
        Assert.Equal(1_000, ids.Count);
    }
}
