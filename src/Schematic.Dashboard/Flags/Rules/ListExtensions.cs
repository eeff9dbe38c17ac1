namespace Schematic.Dashboard.Flags.Rules;

internal static class ListExtensions
{
    /// <summary>What takes the focus when an item is taken out of its list: the one behind it, or before it; null where it is alone.</summary>
    public static T? NeighbourOf<T>(this IReadOnlyList<T> items, T item)
        where T : class
    {
        var place = items.Index().First(other => ReferenceEquals(other.Item, item)).Index;
        return items.ElementAtOrDefault(place + 1) ?? items.ElementAtOrDefault(place - 1);
    }
}
