namespace Schematic.Contracts.Credits;

/// <summary>Movement of credits between two grants.</summary>
public sealed record CreditTransferResponseData
{
    /// <summary>Credits moved.</summary>
    public required double Amount { get; init; }

    /// <summary>Time of the movement, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary><c>in</c> or <c>out</c>, as seen from the grant that names the movement.</summary>
    public required string Direction { get; init; }

    /// <summary>Id of the row of the ledger that records it.</summary>
    public required string Id { get; init; }

    /// <summary>Cause of the movement, such as <c>rollover</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the other grant, <c>bcgr_…</c>.</summary>
    public required string RelatedGrantId { get; init; }
}
