using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Inputs of <c>GET /billing/credits/balance</c>.</summary>
public sealed record CreditBalancesQuery : IQuery
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }
}
