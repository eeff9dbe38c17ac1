namespace Schematic.Contracts.Plans;

/// <summary>A plan as it was when a change of plans was recorded.</summary>
public sealed record PlanSnapshotView
{
    /// <summary>True if the plan has been deleted since.</summary>
    public required bool Deleted { get; init; }

    /// <summary>Free text about the plan.</summary>
    public required string Description { get; init; }

    /// <summary>Color of the plan's icon, such as <c>blue</c>.</summary>
    public required string Icon { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the plan.</summary>
    public required string Name { get; init; }
}
