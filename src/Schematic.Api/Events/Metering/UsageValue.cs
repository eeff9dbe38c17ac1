namespace Schematic.Api.Events.Metering;

/// <summary>Content of one row of usage, or an addition to it.</summary>
internal readonly record struct UsageValue(long Quantity, long Events, DateTimeOffset FirstAt, DateTimeOffset LastAt)
{
    public static UsageValue OfEvent(long quantity, DateTimeOffset at) => new(quantity, 1, at, at);

    public static UsageValue operator +(UsageValue one, UsageValue other) =>
        new(
            one.Quantity + other.Quantity,
            one.Events + other.Events,
            one.FirstAt < other.FirstAt ? one.FirstAt : other.FirstAt,
            one.LastAt > other.LastAt ? one.LastAt : other.LastAt
        );
}
