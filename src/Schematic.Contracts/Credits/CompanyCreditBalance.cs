namespace Schematic.Contracts.Credits;

public sealed record CompanyCreditBalance
{
    /// <summary>What may be spent, without what an open lease holds.</summary>
    public required double Remaining { get; init; }

    /// <summary>What an open lease holds.</summary>
    public required double Reserved { get; init; }

    /// <summary>Both together.</summary>
    public required double Settled { get; init; }
}
