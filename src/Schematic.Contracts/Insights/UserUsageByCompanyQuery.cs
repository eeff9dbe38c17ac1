using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Insights;

/// <summary>
/// Inputs and page of <c>GET /user-usage-by-company</c>, an addition to the published API. The time is 30 days up to
/// now unless it is given.
/// </summary>
public sealed record UserUsageByCompanyQuery : Page
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>End of the time, not part of it; counted in whole days, in UTC. Null for now.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>, which must count an event.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Start of the time; counted in whole days, in UTC. Null for 30 days before the end.</summary>
    public DateTimeOffset? StartTime { get; init; }
}
