namespace Schematic.Contracts.Plans;

/// <summary>Effect that a migration would have on one company.</summary>
public sealed record PlanVersionMigrationPreviewCompanyResponseData
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>True if the company would be billed differently.</summary>
    public required bool HasBillingChanges { get; init; }

    /// <summary>True if the company has prices of its own, which it would lose.</summary>
    public required bool HasCustomPricing { get; init; }

    /// <summary>Sentence about the effect on the company; null if there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Id of the version that the company is on, <c>plvr_…</c>; null if unknown.</summary>
    public string? PlanVersionIdFrom { get; init; }

    /// <summary>True if its subscription would be changed at the billing provider.</summary>
    public required bool WillUpdateSubscription { get; init; }

    /// <summary>True if the company could not be moved.</summary>
    public required bool WouldFail { get; init; }
}
