namespace Schematic.Contracts.Plans;

/// <summary>A version of a plan as it was when a change of plans was recorded.</summary>
public sealed record PlanVersionSnapshotView
{
    /// <summary>Id of the version, <c>plvr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the plan in this version.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the version, counted from 1 within the plan.</summary>
    public required long Version { get; init; }
}
