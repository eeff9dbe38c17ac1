namespace Schematic.Contracts.Credits;

/// <summary>A company that holds credits of a type, with its balance in credits.</summary>
public sealed record CreditHolderResponseData
{
    /// <summary>Company that holds the credits.</summary>
    public required CompanyLedgerResponseData Company { get; init; }

    /// <summary>Credits that can be spent, without those that an open lease holds.</summary>
    public required double Remaining { get; init; }

    /// <summary>Credits that the open lease holds and has not spent; 0 without one.</summary>
    public required double Reserved { get; init; }

    /// <summary>Credits remaining and reserved together; the number to show to people.</summary>
    public required double Settled { get; init; }

    /// <summary>Credits in all grants that have something left, as granted.</summary>
    public required double Total { get; init; }
}
