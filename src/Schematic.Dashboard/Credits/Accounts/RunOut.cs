namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>When the credits of a company are used up if it goes on as it did.</summary>
/// <param name="PerDay">Credits used a day.</param>
/// <param name="BasisDays">Days over which that was measured.</param>
/// <param name="At">When nothing is left; null if something always is.</param>
/// <param name="Unused">Credits that expire before they are used.</param>
public sealed record RunOut(decimal PerDay, int BasisDays, DateTimeOffset? At, decimal Unused)
{
    // Later than this nobody plans, and times have an end.
    private const double MostDays = 3_660;

    /// <summary>Spends grants in their order at a constant rate, without what expires meanwhile.</summary>
    /// <param name="lanes">Grants in the order in which they are spent.</param>
    /// <param name="used">Credits used within the days of the basis.</param>
    public static RunOut Of(IReadOnlyList<GrantLane> lanes, decimal used, int basisDays, DateTimeOffset now)
    {
        var perDay = Math.Max(used, 0) / basisDays;
        if (perDay == 0)
            return new(0, basisDays, null, 0);
        var left = lanes.Select(static lane => lane.Spendable).ToArray();
        var (time, unused) = (now, 0m);
        while (true)
        {
            unused += TakeExpired(lanes, left, time);
            var next = Next(lanes, left, time);
            if (next < 0)
                return new(perDay, basisDays, time, unused);
            var days = Math.Min((double)(left[next] / perDay), DaysToChange(lanes, left, time));
            if ((time - now).TotalDays + days > MostDays)
                return new(perDay, basisDays, null, unused);
            var spent = Math.Min(left[next], perDay * (decimal)days);
            // What is less than the API counts is nothing: a remainder of the division must not keep a grant open.
            left[next] = left[next] - spent < 0.0000005m ? 0 : left[next] - spent;
            time = time.AddDays(days);
        }
    }

    private static decimal TakeExpired(IReadOnlyList<GrantLane> lanes, decimal[] left, DateTimeOffset time)
    {
        var expired = 0m;
        for (var index = 0; index < left.Length; index++)
        {
            if (lanes[index].Until is not { } until || until > time)
                continue;
            expired += left[index];
            left[index] = 0;
        }

        return expired;
    }

    private static int Next(IReadOnlyList<GrantLane> lanes, decimal[] left, DateTimeOffset time)
    {
        for (var index = 0; index < left.Length; index++)
        {
            if (left[index] > 0 && lanes[index].From <= time)
                return index;
        }

        return -1;
    }

    // Days until a grant expires or begins, which may change what is spent next.
    private static double DaysToChange(IReadOnlyList<GrantLane> lanes, decimal[] left, DateTimeOffset time) =>
        lanes
            .Where((lane, index) => left[index] > 0)
            .SelectMany(static lane => new[] { lane.From, lane.Until ?? DateTimeOffset.MaxValue })
            .Where(change => change > time)
            .Select(change => (change - time).TotalDays)
            .DefaultIfEmpty(double.MaxValue)
            .Min();
}
