namespace Schematic.Contracts.Entitlements;

/// <summary>Result of copying the entitlements of a plan into another.</summary>
public sealed record DuplicatePlanEntitlementsResponseResponseData
{
    /// <summary>Entitlements that were made in the target plan.</summary>
    public required IReadOnlyList<PlanEntitlementResponseData> Data { get; init; }

    /// <summary>Differences between the plans that remain.</summary>
    public required IReadOnlyList<PlanIssueResponseData> Issues { get; init; }

    /// <summary>Entitlements that were not copied, with reasons.</summary>
    public required IReadOnlyList<SkippedEntitlementResponseData> Skipped { get; init; }
}
