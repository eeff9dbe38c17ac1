namespace Schematic.Api.Entitlements.Terms;

/// <summary>Credits of one type that a company holds.</summary>
/// <param name="TotalMicroCredits">Credits granted.</param>
/// <param name="UsedMicroCredits">Credits spent.</param>
/// <param name="RemainingMicroCredits">Credits left, without those that open leases hold.</param>
internal readonly record struct CreditFigures(long TotalMicroCredits, long UsedMicroCredits, long RemainingMicroCredits)
{
    /// <summary>Micro-credits in one credit, which is what a unit costs if no rate is given.</summary>
    public const long OneCredit = 1_000_000;
}
