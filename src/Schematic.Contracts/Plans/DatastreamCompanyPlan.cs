namespace Schematic.Contracts.Plans;

public sealed record DatastreamCompanyPlan
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset? TrialEndDate { get; init; }

    public TrialStatus? TrialStatus { get; init; }
}
