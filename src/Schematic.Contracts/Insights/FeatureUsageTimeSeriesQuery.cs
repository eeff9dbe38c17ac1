using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Insights;

/// <summary>Inputs of <c>GET /feature-usage-timeseries</c>.</summary>
public sealed record FeatureUsageTimeSeriesQuery : IQuery
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>End of the chart, not part of it.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Distance of the points; null chooses one that fits.</summary>
    public TimeSeriesGranularity? Granularity { get; init; }

    /// <summary>Start of the chart.</summary>
    public required DateTimeOffset StartTime { get; init; }
}
