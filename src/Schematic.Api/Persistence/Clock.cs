namespace Schematic.Api.Persistence;

internal static class Clock
{
    /// <summary>
    /// Now, cut to the microseconds that both databases and the wire keep: what is answered is what is stored.
    /// </summary>
    public static DateTimeOffset Now(this TimeProvider time) => time.GetUtcNow().Cut();

    /// <summary>The time in UTC, cut to microseconds.</summary>
    public static DateTimeOffset Cut(this DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
