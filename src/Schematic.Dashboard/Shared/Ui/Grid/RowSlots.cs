namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>
/// Keys of the rows of a table: one that stays keeps its key, a new one takes over that of one that is gone. The next
/// page changes what differs within the rows on the screen, and does not make fifty others.
/// </summary>
internal sealed class RowSlots
{
    private Dictionary<object, object> _slots = [];

    /// <param name="ids">The ids of the rows, in order, none twice.</param>
    /// <returns>Their keys, in the same order.</returns>
    public IReadOnlyList<object> Assign(IReadOnlyList<object> ids)
    {
        var staying = ids.Where(_slots.ContainsKey).ToHashSet();
        var free = new Queue<object>(
            _slots.Where(slot => !staying.Contains(slot.Key)).Select(static slot => slot.Value)
        );
        var next = new Dictionary<object, object>(ids.Count);
        foreach (var id in ids)
            next.Add(
                id,
                staying.Contains(id) ? _slots[id]
                    : free.TryDequeue(out var slot) ? slot
                    : new object()
            );
        _slots = next;
        return [.. next.Values];
    }
}
