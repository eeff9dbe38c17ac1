namespace Schematic.Contracts.Insights;

/// <summary>Usage of a feature over time by all companies of the environment.</summary>
public sealed record EnvironmentFeatureUsageTimeSeriesResponseData
{
    /// <summary>Name of the event that counts as usage; empty if no event does.</summary>
    public required string EventSubtype { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>
    /// Points in order of time, at most 1,000, each with the usage of its own hour, day, week or month.
    /// </summary>
    public required IReadOnlyList<EnvironmentUsagePointResponseData> Points { get; init; }
}
