using Schematic.Contracts.Credits;

namespace Schematic.Contracts.Plans;

public sealed record CompanyPlanWithBillingSubView
{
    public DateTimeOffset? AddedOn { get; init; }

    public string? BillingProductExternalId { get; init; }

    public string? BillingProductId { get; init; }

    public string? Description { get; init; }

    public required string Id { get; init; }

    public string? ImageUrl { get; init; }

    public required IReadOnlyList<CompanyPlanCreditGrantView> IncludedCreditGrants { get; init; }

    public required string Name { get; init; }

    public string? PlanPeriod { get; init; }

    public long? PlanPrice { get; init; }

    public string? PlanVersionId { get; init; }
}
