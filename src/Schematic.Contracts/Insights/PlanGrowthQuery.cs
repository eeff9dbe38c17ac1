using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Insights;

/// <summary>Inputs of <c>GET /insights/plan-growth</c>.</summary>
public sealed record PlanGrowthQuery : IQuery
{
    /// <summary>Number of calendar months up to the current one, 1 to 24; null for the default.</summary>
    [Range(1, 24)]
    public long? Months { get; init; }
}
