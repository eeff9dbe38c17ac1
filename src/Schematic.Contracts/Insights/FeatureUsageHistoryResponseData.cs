namespace Schematic.Contracts.Insights;

/// <summary>A company's usage of a feature in one hour, day, week or month, or in all of the time asked for.</summary>
public sealed record FeatureUsageHistoryResponseData
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Name of the event that counts as usage.</summary>
    public required string EventSubtype { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>End of the time, in UTC, not part of it and never after the end asked for.</summary>
    public required DateTimeOffset PeriodEnd { get; init; }

    /// <summary>Start of the time, in UTC, never before the start asked for.</summary>
    public required DateTimeOffset PeriodStart { get; init; }

    /// <summary>Sum of the quantities of the events of this time alone; never 0.</summary>
    public required long Usage { get; init; }
}
