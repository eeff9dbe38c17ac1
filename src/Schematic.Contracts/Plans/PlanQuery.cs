using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>Version to show in <c>GET /plans/{plan_id}</c>.</summary>
public sealed record PlanQuery : IQuery
{
    /// <summary>
    /// Id of a version of the plan, <c>plvr_…</c>; null shows the published one, or the draft of a plan never
    /// published.
    /// </summary>
    public string? PlanVersionId { get; init; }
}
