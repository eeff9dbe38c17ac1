namespace Schematic.Contracts.Plans;

/// <summary>A move of companies from one or more versions of a plan to another, and how far it is.</summary>
public sealed record PlanVersionMigrationResponseData
{
    /// <summary>Time at which the last company was dealt with, in UTC; null until then.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Number of companies moved so far.</summary>
    public required long CompletedCompanies { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Sentence that says why the migration failed; null unless it did.</summary>
    public string? Error { get; init; }

    /// <summary>Number of companies that could not be moved.</summary>
    public required long FailedCompanies { get; init; }

    /// <summary>Id of the migration, to ask how far it is.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Id of the version moved from, <c>plvr_…</c>; null if there is more than one.</summary>
    public string? PlanVersionIdFrom { get; init; }

    /// <summary>Id of the version moved to, <c>plvr_…</c>.</summary>
    public required string PlanVersionIdTo { get; init; }

    /// <summary>Ids of all versions moved from, <c>plvr_…</c>.</summary>
    public required IReadOnlyList<string> PlanVersionIdsFrom { get; init; }

    /// <summary>Billing of the rest of the period; null for the default of the provider.</summary>
    public MigrationProrationBehavior? ProrationBehavior { get; init; }

    /// <summary>Number of companies that were excluded or had left the plan.</summary>
    public required long SkippedCompanies { get; init; }

    /// <summary>Time at which the first company was dealt with, in UTC; null until then.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Progress so far.</summary>
    public required PlanVersionMigrationStatus Status { get; init; }

    /// <summary>Treatment of the companies.</summary>
    public required PlanVersionMigrationStrategy Strategy { get; init; }

    /// <summary>Number of companies to deal with.</summary>
    public required long TotalCompanies { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
