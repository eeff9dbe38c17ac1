using Schematic.Contracts.Features;

namespace Schematic.Contracts.Insights;

/// <summary>A company's usage of a feature over time, with its limits.</summary>
public sealed record FeatureUsageTimeSeriesResponseData
{
    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Kind of feature, which says whether its usage is counted by events.</summary>
    public required FeatureType FeatureType { get; init; }

    /// <summary>Limits in force, each from the time at which it took effect.</summary>
    public required IReadOnlyList<LimitTimeSeriesPointResponseData> Limits { get; init; }

    /// <summary>Period after which usage restarts, such as <c>current_month</c>; null if it never does.</summary>
    public string? PeriodType { get; init; }

    /// <summary>Points in order of time, at most 1,000, each cumulative within its period.</summary>
    public required IReadOnlyList<UsageTimeSeriesPointResponseData> UsagePoints { get; init; }
}
