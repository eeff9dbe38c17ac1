using Schematic.Api.ApiKeys;
using Schematic.Api.Entities;
using Schematic.Api.Environments;

namespace Schematic.Api.Plans.Changes;

/// <summary>A change with what it names, as far as that still exists.</summary>
internal sealed record PlanChangeDetail
{
    public required PlanChangeRow Row { get; init; }

    public PlanSnapshot? BasePlan { get; init; }

    public PlanSnapshot? PreviousBasePlan { get; init; }

    public required IReadOnlyList<PlanSnapshot> AddOnsAdded { get; init; }

    public required IReadOnlyList<PlanSnapshot> AddOnsRemoved { get; init; }

    /// <summary>Null if the company was deleted.</summary>
    public EntityRow? Company { get; init; }

    /// <summary>Null if no key made the change, or it was deleted.</summary>
    public ActorKey? Key { get; init; }
}

/// <param name="IsDeleted">Whether the plan has been deleted since.</param>
internal sealed record PlanSnapshot(PlanSnapshotRow Row, bool IsDeleted);

/// <param name="Environment">Null for a key of the account.</param>
internal sealed record ActorKey(ApiKeyRow Row, EnvironmentRow? Environment);
