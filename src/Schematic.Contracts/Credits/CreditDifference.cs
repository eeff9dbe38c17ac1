namespace Schematic.Contracts.Credits;

/// <summary>A stored number of credits that is not what it should be.</summary>
public sealed record CreditDifference
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Display name of the company.</summary>
    public required string CompanyName { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string CreditName { get; init; }

    /// <summary>Credits that there should be.</summary>
    public required double Expected { get; init; }

    /// <summary>Credits that are stored.</summary>
    public required double Found { get; init; }

    /// <summary>Id of the grant, <c>bcgr_…</c>; null unless one is concerned, or if it is only in the ledger.</summary>
    public string? GrantId { get; init; }

    /// <summary>The number that differs.</summary>
    public required CreditDifferenceKind Kind { get; init; }
}
