using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Inputs of <c>DELETE /billing/credits/plan-grants/{plan_grant_id}</c>.</summary>
public sealed record DeletePlanCreditGrantQuery : IQuery
{
    /// <summary>True also removes what is left of it from companies that have the plan; null for no.</summary>
    public bool? ApplyToExisting { get; init; }
}
