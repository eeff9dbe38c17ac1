using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>Treatment of the other versions when a version is deleted.</summary>
public sealed record DeletePlanVersionQuery : IQuery
{
    /// <summary>True publishes the latest archived version in place of a published one that is deleted.</summary>
    public bool? PromoteArchivedVersion { get; init; }
}
