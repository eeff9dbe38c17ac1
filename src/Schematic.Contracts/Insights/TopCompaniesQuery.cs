using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Insights;

/// <summary>
/// Inputs and page of <c>GET /insights/top-companies</c> and its count, an addition to the published API.
/// </summary>
public sealed record TopCompaniesQuery : Page
{
    /// <summary>End of the time, not part of it; counted in whole days, in UTC.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>, which must count an event.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Start of the time; counted in whole days, in UTC.</summary>
    public required DateTimeOffset StartTime { get; init; }
}
