namespace Schematic.Contracts.Insights;

/// <summary>Usage up to a moment, counted since the start of its period.</summary>
public sealed record UsageTimeSeriesPointResponseData
{
    /// <summary>End of the period, in UTC; null if it never ends.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>Start of the period, in UTC; null if it is the beginning of all time.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>Start of the hour, day, week or month that the point stands for, in UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Usage in the period up to the end of what the point stands for.</summary>
    public required long Usage { get; init; }
}
