namespace Schematic.Contracts.Insights;

/// <summary>Number of companies on each plan, month by month.</summary>
public sealed record PlanGrowthResponseData
{
    /// <summary>One point for each plan and month, in order of time, at most 1,000.</summary>
    public required IReadOnlyList<PlanGrowthPointResponseData> Points { get; init; }
}
