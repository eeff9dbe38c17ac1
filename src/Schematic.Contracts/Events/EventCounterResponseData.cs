namespace Schematic.Contracts.Events;

/// <summary>A counter before and after an event. An addition to the published API.</summary>
public sealed record EventCounterResponseData
{
    /// <summary>Value after the event.</summary>
    public required long After { get; init; }

    /// <summary>Value before the event.</summary>
    public required long Before { get; init; }

    /// <summary>Name of the counted event.</summary>
    public required string EventSubtype { get; init; }

    /// <summary>Period over which it counts: <c>all_time</c>, or <c>current_day</c> for the event's own day.</summary>
    public required MetricPeriod Period { get; init; }
}
