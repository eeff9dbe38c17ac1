using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Insights;

/// <summary>Inputs and page of <c>GET /feature-usage-history</c>; null does not filter.</summary>
public sealed record FeatureUsageHistoryQuery : Page
{
    /// <summary>Only these companies, <c>comp_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? CompanyIds { get; init; }

    /// <summary>End of the time, not part of it: a full hour in UTC.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>Only these features, <c>feat_…</c>, at most 100; each must count an event.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? FeatureIds { get; init; }

    /// <summary>Length of time of a row, of which there are at most 366; null for one total.</summary>
    public TimeSeriesGranularity? Granularity { get; init; }

    /// <summary>Start of the time: a full hour in UTC.</summary>
    public required DateTimeOffset StartTime { get; init; }
}
