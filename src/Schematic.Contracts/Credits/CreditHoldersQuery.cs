using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Inputs of <c>GET /billing/credits/balances</c> and its count.</summary>
public sealed record CreditHoldersQuery : Page
{
    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }
}
