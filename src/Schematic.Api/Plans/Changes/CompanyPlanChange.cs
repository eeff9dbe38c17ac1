using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Changes;

/// <summary>Plans of one company before and after a change, by the seqs of their versions.</summary>
internal sealed record CompanyPlanChange
{
    public required long CompanySeq { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>Version of the plan before the change; null if the company had none.</summary>
    public required int? PreviousBaseVersionSeq { get; init; }

    /// <summary>Version of the plan after the change, also if it stays; null if the company has none.</summary>
    public required int? BaseVersionSeq { get; init; }

    public required IReadOnlyList<int> AddOnsAdded { get; init; }

    public required IReadOnlyList<int> AddOnsRemoved { get; init; }

    /// <summary>True if only the version of a plan or add-on changes.</summary>
    public bool IsVersionUpgrade { get; init; }

    public PlanChangeBasePlanAction? BasePlanAction { get; init; }

    /// <summary>Every version that the change names.</summary>
    public IEnumerable<int> VersionSeqs =>
        new[] { PreviousBaseVersionSeq, BaseVersionSeq }.OfType<int>().Concat(AddOnsAdded).Concat(AddOnsRemoved);
}
