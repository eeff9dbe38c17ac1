namespace Schematic.Contracts.Entitlements;

/// <summary>Two plans, the entitlements of the first of which are copied into the second.</summary>
public sealed record DuplicatePlanEntitlementsRequestBody
{
    /// <summary>Id of the plan to copy from, <c>plan_…</c>.</summary>
    public required string SourcePlanId { get; init; }

    /// <summary>Id of the plan to copy to, <c>plan_…</c>; the copies go into its draft.</summary>
    public required string TargetPlanId { get; init; }
}
