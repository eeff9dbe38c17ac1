using Schematic.Rules.Lookup;

namespace Schematic.Rules.Tests.Lookup;

public sealed class IdSetTests
{
    [Fact]
    public void Ids_keep_their_order_and_their_repetitions() =>
        Assert.Equal(["b", "a", "b"], Texts(new IdSet(["b", "a", "b"])));

    [Theory]
    [InlineData("plan_1", true)]
    [InlineData("plan_2", true)]
    [InlineData("plan_3", false)]
    [InlineData("PLAN_1", false)]
    [InlineData("plan_1 ", false)]
    [InlineData("", false)]
    public void An_id_is_in_the_set_if_it_is_the_same_text(string id, bool isIn) =>
        Assert.Equal(isIn, new IdSet(["plan_1", "plan_2"]).Contains(new IdKey(id)));

    [Theory]
    [InlineData("a b", "b c", true)]
    [InlineData("a", "a", true)]
    [InlineData("a b", "c d", false)]
    [InlineData("", "a", false)]
    [InlineData("a", "", false)]
    [InlineData("", "", false)]
    public void Two_sets_intersect_if_they_share_an_id(string one, string other, bool doThey)
    {
        Assert.Equal(doThey, Set(one).Intersects(Set(other)));
        Assert.Equal(doThey, Set(other).Intersects(Set(one)));
    }

    private static IdSet Set(string ids) => new(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> Texts(IdSet ids)
    {
        var texts = new List<string>();
        foreach (var id in ids.Ids)
            texts.Add(id.Text);
        return texts;
    }
}
