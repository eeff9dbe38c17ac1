namespace Schematic.Contracts.Plans;

public sealed record PlanResponseData
{
    /// <summary>Deprecated.</summary>
    public string? AudienceType { get; init; }

    public string? CompanyId { get; init; }

    public string? CopiedFromPlanId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Description { get; init; }

    public required PlanIcon Icon { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required PlanType PlanType { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
