namespace Schematic.Contracts.Credits;

/// <summary>
/// Sums of the ledger's rows of one credit type, in credits: all rows that the query matches, not only those of a page.
/// </summary>
public sealed record CreditLedgerTotal
{
    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string CreditName { get; init; }

    /// <summary>Sum of <c>amount</c> of the rows <c>grant</c>.</summary>
    public required double Granted { get; init; }

    /// <summary>Sum of <c>amount</c> of the rows <c>usage</c> for <c>lease_hold</c>.</summary>
    public required double Held { get; init; }

    /// <summary>Change of what the companies hold, remaining and reserved together.</summary>
    public required double Net { get; init; }

    /// <summary>Sum of <c>amount</c> of the rows <c>usage</c> for <c>lease_release</c>.</summary>
    public required double Released { get; init; }

    /// <summary>Number of rows.</summary>
    public required long Rows { get; init; }

    /// <summary>
    /// Sum of <c>amount</c> of the rows <c>transfer</c>. It changes no balance: what leaves one grant was granted to
    /// another, and is in <c>granted</c>.
    /// </summary>
    public required double Transferred { get; init; }

    /// <summary>The part of <c>used</c> that no grant covered.</summary>
    public required double Uncovered { get; init; }

    /// <summary>Sum of <c>amount</c> of all other rows <c>usage</c>, less refunds.</summary>
    public required double Used { get; init; }

    /// <summary>Sum of <c>amount</c> of the rows <c>zero_out</c>.</summary>
    public required double ZeroedOut { get; init; }
}
