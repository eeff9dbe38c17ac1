using System.Globalization;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>The time that lanes are drawn over, from the first grant to the last expiry.</summary>
internal sealed record LaneScale(DateTimeOffset Start, DateTimeOffset End)
{
    private static readonly TimeSpan Least = TimeSpan.FromDays(30);

    /// <summary>The least time ahead that grants without expiry are drawn over.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    public static LaneScale Of(IReadOnlyList<GrantLane> lanes, DateTimeOffset now)
    {
        var start = lanes.Select(static lane => lane.From).Append(now).Min();
        var ends = lanes.Select(static lane => lane.Until).OfType<DateTimeOffset>().ToList();
        var end = ends.Count == 0 ? now + Ahead : ends.Max();
        if (ends.Count < lanes.Count && end < now + Ahead)
            end = now + Ahead;
        return new(start, end - start < Least ? start + Least : end);
    }

    /// <summary>Place of a time, in percent of the width.</summary>
    public double Place(DateTimeOffset time) => Math.Clamp((time - Start) / (End - Start), 0, 1) * 100;

    /// <summary>Place and width of a lane as a style: <c>left:0%;width:50%</c>.</summary>
    public string Style(GrantLane lane)
    {
        var left = Place(lane.From);
        var right = lane.Until is { } until ? Place(until) : 100;
        return $"left:{Percent(left)};width:{Percent(Math.Max(right - left, 1))}";
    }

    public static string Percent(double number) => string.Create(CultureInfo.InvariantCulture, $"{number:0.###}%");
}
