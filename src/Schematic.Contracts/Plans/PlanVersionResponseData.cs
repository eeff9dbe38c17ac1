namespace Schematic.Contracts.Plans;

/// <summary>A version of a plan in one environment.</summary>
public sealed record PlanVersionResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Free text about the plan in this version.</summary>
    public required string Description { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Color of the plan's icon in this version.</summary>
    public required PlanIcon Icon { get; init; }

    /// <summary>Id of the version, <c>plvr_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the plan in this version.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the plan that this is a version of, <c>plan_…</c>; null if unknown.</summary>
    public string? OriginalPlanId { get; init; }

    /// <summary>Plan or add-on.</summary>
    public required PlanType PlanType { get; init; }

    /// <summary>Draft, published or archived.</summary>
    public required PlanVersionStatus Status { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Number of the version, counted from 1 within the plan.</summary>
    public required long Version { get; init; }
}
