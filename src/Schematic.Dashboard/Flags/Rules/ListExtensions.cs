namespace Schematic.Dashboard.Flags.Rules;

internal static class ListExtensions
{
    /// <summary>
    /// Returns the item that takes over the focus when <paramref name="item"/> is removed: the next one, or else the
    /// previous
    /// one; null if it is alone.
    /// </summary>
    public static T? NeighbourOf<T>(this IReadOnlyList<T> items, T item)
        where T : class
    {
        var place = items.Index().First(other => ReferenceEquals(other.Item, item)).Index;
        return items.ElementAtOrDefault(place + 1) ?? items.ElementAtOrDefault(place - 1);
    }
}
