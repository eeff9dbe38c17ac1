using Schematic.Rules.Lookup;

namespace Schematic.Rules.Tests.Lookup;

public sealed class KeyTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1_000)]
    public void Every_key_is_found_with_its_value_and_no_other_is(int count)
    {
        var table = new KeyTable<IdKey, int>([.. Enumerable.Range(0, count).Select(static i => (Key(i), i))]);

        Assert.Equal(count, table.Count);
        Assert.All(
            Enumerable.Range(0, count),
            i =>
            {
                Assert.True(table.TryGet(Key(i), out var value));
                Assert.Equal(i, value);
            }
        );
        Assert.All(Enumerable.Range(count, count), i => Assert.False(table.Contains(Key(i))));
    }

    [Fact]
    public void An_empty_table_finds_nothing()
    {
        Assert.Equal(0, KeyTable<IdKey, int>.Empty.Count);
        Assert.False(KeyTable<IdKey, int>.Empty.TryGet(new IdKey(""), out var value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void The_first_value_of_a_key_that_is_given_twice_stays()
    {
        var table = new KeyTable<IdKey, string>([(new IdKey("a"), "first"), (new IdKey("a"), "second")]);

        Assert.Equal(1, table.Count);
        Assert.True(table.TryGet(new IdKey("a"), out var value));
        Assert.Equal("first", value);
    }

    [Fact]
    public void Keys_whose_hashes_collide_stay_apart()
    {
        var table = new KeyTable<Colliding, string>([
            (new Colliding("a"), "A"),
            (new Colliding("b"), "B"),
            (new Colliding("c"), "C"),
        ]);

        Assert.True(table.TryGet(new Colliding("c"), out var value));
        Assert.Equal("C", value);
        Assert.False(table.Contains(new Colliding("d")));
    }

    // The last slot, so that the search goes on at the first.
    [Fact]
    public void A_search_goes_round_the_end_of_the_table()
    {
        var table = new KeyTable<Colliding, int>([(new Colliding("a", -1), 1), (new Colliding("b", -1), 2)]);

        Assert.True(table.TryGet(new Colliding("b", -1), out var value));
        Assert.Equal(2, value);
        Assert.False(table.Contains(new Colliding("c", -1)));
    }

    private static IdKey Key(int number) => new($"trdf_{number}");

    private readonly record struct Colliding(string Text, int Hash = 3) : ILookupKey<Colliding>;
}
