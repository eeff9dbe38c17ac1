namespace Schematic.Contracts.Insights;

/// <summary>Number of companies on a plan in one month.</summary>
public sealed record PlanGrowthPointResponseData
{
    /// <summary>Start of the calendar month, in UTC.</summary>
    public required DateTimeOffset Month { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Display name of the plan.</summary>
    public required string PlanName { get; init; }

    /// <summary>Number of companies that had the plan at the end of the month, or have it now.</summary>
    public required long Subscribers { get; init; }
}
