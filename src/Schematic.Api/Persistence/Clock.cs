namespace Schematic.Api.Persistence;

internal static class Clock
{
    /// <summary>
    /// Now, cut to the microseconds that both databases and the wire keep: what is answered is what is stored.
    /// </summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
