namespace Schematic.Contracts.Plans;

/// <summary>Billing of a plan that a company has by invoice.</summary>
public sealed record CustomPlanBillingResponseData
{
    /// <summary>Moment at which the plan gives access.</summary>
    public required CustomPlanActivationStrategy ActivationStrategy { get; init; }

    /// <summary>Day on which billing periods renew, in UTC; null if none was fixed.</summary>
    public DateTimeOffset? BillingCycleAnchor { get; init; }

    /// <summary>Id of the billed company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Days that the company has to pay an invoice, 0 to 365.</summary>
    public required long DaysUntilDue { get; init; }

    /// <summary>Id of the invoice at the billing provider; null until there is one.</summary>
    public string? ExternalInvoiceId { get; init; }

    /// <summary>Id of this billing record.</summary>
    public required string Id { get; init; }

    /// <summary>Time of payment, in UTC; null if unpaid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Operation that assigned the plan.</summary>
    public required PlanBillingSource PlanBillingSource { get; init; }

    /// <summary>Id of the billed plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Time when the plan was published to the company, in UTC; null if it was not yet.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>True if the provider sends the invoice to the company.</summary>
    public required bool SendInvoice { get; init; }

    /// <summary>State of the billing.</summary>
    public required CustomPlanBillingStatus Status { get; init; }

    /// <summary>Address at which the company can pay the Stripe invoice; null until there is one.</summary>
    public string? StripeInvoiceUrl { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
