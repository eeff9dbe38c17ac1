namespace Schematic.Contracts.Plans;

/// <summary>A plan or add-on of a company, with its billing.</summary>
public sealed record CompanyPlanWithBillingSubView
{
    /// <summary>Time when the company got the plan, in UTC; null if unknown.</summary>
    public DateTimeOffset? AddedOn { get; init; }

    /// <summary>Id of the plan's product at the billing provider; null if it is linked to none.</summary>
    public string? BillingProductExternalId { get; init; }

    /// <summary>Id of the plan's billing product; null if it is linked to none.</summary>
    public string? BillingProductId { get; init; }

    /// <summary>Free text about the plan; null if it has none.</summary>
    public string? Description { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the plan's image; null if it has none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Credits that the plan includes.</summary>
    public required IReadOnlyList<CompanyPlanCreditGrantView> IncludedCreditGrants { get; init; }

    /// <summary>Display name of the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Billing interval, such as <c>month</c> or <c>year</c>; null if the plan is not billed.</summary>
    public string? PlanPeriod { get; init; }

    /// <summary>Price per period in minor units of the currency; null if the plan is not billed.</summary>
    public long? PlanPrice { get; init; }

    /// <summary>Id of the version that the company is on, <c>plvr_…</c>; null if the plan has no versions.</summary>
    public string? PlanVersionId { get; init; }
}
