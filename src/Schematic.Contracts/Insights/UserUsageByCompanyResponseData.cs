namespace Schematic.Contracts.Insights;

/// <summary>A company's usage of a feature by user. An addition to the published API.</summary>
public sealed record UserUsageByCompanyResponseData
{
    /// <summary>Number of users with usage in the time.</summary>
    public required long ActiveUsers { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>End of the time, in UTC, not part of it.</summary>
    public required DateTimeOffset EndTime { get; init; }

    /// <summary>Name of the event that counts as usage.</summary>
    public required string EventSubtype { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Start of the time, in UTC.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Usage by everybody, with or without a user.</summary>
    public required long TotalUsage { get; init; }

    /// <summary>Number of users that belong to the company.</summary>
    public required long UserCount { get; init; }

    /// <summary>
    /// One page of users, those with the most usage first; what came without a user is among them as one row.
    /// </summary>
    public required IReadOnlyList<UserUsageResponseData> Users { get; init; }
}
