namespace Schematic.Contracts.Plans;

/// <summary>Effect that a migration would have.</summary>
public sealed record PlanVersionMigrationPreviewResponseData
{
    /// <summary>Companies that would be moved, at most 1,000.</summary>
    public required IReadOnlyList<PlanVersionMigrationPreviewCompanyResponseData> Companies { get; init; }

    /// <summary>True if any of them would be billed differently.</summary>
    public required bool HasBillingChanges { get; init; }
}
