namespace Schematic.Contracts.Plans;

/// <summary>A plan or add-on that companies can have.</summary>
public sealed record PlanResponseData
{
    /// <summary>Deprecated, always null.</summary>
    public string? AudienceType { get; init; }

    /// <summary>Id of the only company that may have this custom plan; null if all may.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Id of the plan from which this one was copied; null if it is no copy.</summary>
    public string? CopiedFromPlanId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Free text about the plan.</summary>
    public required string Description { get; init; }

    /// <summary>Color of the plan's icon.</summary>
    public required PlanIcon Icon { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Plan or add-on.</summary>
    public required PlanType PlanType { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
