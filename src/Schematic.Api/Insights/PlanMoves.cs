namespace Schematic.Api.Insights;

/// <summary>Companies that went from one plan to another in one month.</summary>
/// <param name="MonthsAgo">0 for the current month.</param>
/// <param name="FromPlanId">Null for companies that had no plan.</param>
/// <param name="ToPlanId">Null for companies that were left without a plan.</param>
internal sealed record PlanMoves(int MonthsAgo, string? FromPlanId, string? ToPlanId, long Companies);
