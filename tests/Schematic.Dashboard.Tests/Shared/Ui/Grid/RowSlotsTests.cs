using Schematic.Dashboard.Shared.Ui.Grid;

namespace Schematic.Dashboard.Tests.Shared.Ui.Grid;

public sealed class RowSlotsTests
{
    private readonly RowSlots _slots = new();

    [Fact]
    public void The_next_page_takes_over_the_places_of_the_last()
    {
        var first = Assign("a", "b", "c");

        Assert.Equal(first, Assign("d", "e", "f"));
    }

    [Fact]
    public void A_row_that_stays_keeps_its_key_wherever_it_moves()
    {
        var first = Assign("a", "b", "c");

        Assert.Equal([first[2], first[0], first[1]], Assign("c", "a", "b"));
    }

    [Fact]
    public void Only_a_row_that_is_gone_leaves_its_key()
    {
        var first = Assign("a", "b", "c");

        Assert.Equal([first[0], first[2], first[1]], Assign("a", "c", "d"));
    }

    [Fact]
    public void More_rows_than_before_get_keys_of_their_own()
    {
        var first = Assign("a");
        var second = Assign("b", "c");

        Assert.Equal(first[0], second[0]);
        Assert.Equal(2, second.Distinct().Count());
    }

    [Fact]
    public void Fewer_rows_leave_no_keys_behind()
    {
        var first = Assign("a", "b");
        Assign("c");

        Assert.DoesNotContain(first[1], Assign("d", "e"));
    }

    private IReadOnlyList<object> Assign(params string[] ids) => _slots.Assign(ids);
}
