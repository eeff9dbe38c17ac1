namespace Schematic.Rules.Facts;

/// <summary>Credits of one type that a company holds.</summary>
/// <param name="TotalMicroCredits">Credits granted, of the grants that have some left.</param>
/// <param name="RemainingMicroCredits">Credits left, without those that open leases hold.</param>
/// <param name="ReservedMicroCredits">Credits that open leases hold and have not spent.</param>
public readonly record struct CreditFigures(
    long TotalMicroCredits,
    long RemainingMicroCredits,
    long ReservedMicroCredits = 0
)
{
    /// <summary>Remaining plus reserved.</summary>
    public long SettledMicroCredits => RemainingMicroCredits + ReservedMicroCredits;

    /// <summary>Credits of those grants that were spent.</summary>
    public long UsedMicroCredits => TotalMicroCredits - SettledMicroCredits;
}
