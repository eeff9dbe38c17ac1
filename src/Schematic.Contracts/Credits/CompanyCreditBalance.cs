namespace Schematic.Contracts.Credits;

/// <summary>Balance of one credit of a company, in credits.</summary>
public sealed record CompanyCreditBalance
{
    /// <summary>Credits that can be spent, without those that an open lease holds.</summary>
    public required double Remaining { get; init; }

    /// <summary>Credits that the open lease holds and has not spent; 0 without one.</summary>
    public required double Reserved { get; init; }

    /// <summary>Credits remaining and reserved together; the number to show to people.</summary>
    public required double Settled { get; init; }
}
