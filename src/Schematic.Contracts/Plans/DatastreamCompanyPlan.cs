namespace Schematic.Contracts.Plans;

/// <summary>The plan of a checked company, with its trial.</summary>
public sealed record DatastreamCompanyPlan
{
    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the plan.</summary>
    public required string Name { get; init; }

    /// <summary>End of the trial, in UTC, also once it is over; null if there never was one.</summary>
    public DateTimeOffset? TrialEndDate { get; init; }

    /// <summary>State of the trial; null if there never was one.</summary>
    public TrialStatus? TrialStatus { get; init; }
}
