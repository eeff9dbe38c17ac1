namespace Schematic.Contracts.Plans;

public sealed record CustomPlanBillingResponseData
{
    public required CustomPlanActivationStrategy ActivationStrategy { get; init; }

    public DateTimeOffset? BillingCycleAnchor { get; init; }

    public required string CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required long DaysUntilDue { get; init; }

    public string? ExternalInvoiceId { get; init; }

    public required string Id { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public required PlanBillingSource PlanBillingSource { get; init; }

    public required string PlanId { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required bool SendInvoice { get; init; }

    public required CustomPlanBillingStatus Status { get; init; }

    public string? StripeInvoiceUrl { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
