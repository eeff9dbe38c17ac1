namespace Schematic.Contracts.Insights;

/// <summary>Usage by all companies in an hour, day, week or month.</summary>
public sealed record EnvironmentUsagePointResponseData
{
    /// <summary>Start of the hour, day, week or month, in UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Sum of the quantities of the events.</summary>
    public required long Usage { get; init; }
}
