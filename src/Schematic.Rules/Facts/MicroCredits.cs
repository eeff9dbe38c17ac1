namespace Schematic.Rules.Facts;

/// <summary>Amounts of credits: integers of 10⁻⁶ credit inside, doubles on the wire. See docs/adr/0006.</summary>
public static class MicroCredits
{
    /// <summary>Micro-credits in one credit.</summary>
    public const long One = 1_000_000;

    /// <summary>The most credits that one grant may have, and a company of one type.</summary>
    public const long MaxCredits = 9_000_000_000_000;

    /// <summary>The same in micro-credits.</summary>
    public const long Max = MaxCredits * One;

    /// <summary>
    /// The amount rounded to the nearest micro-credit; null if it is no number, or more than there may be.
    /// </summary>
    public static long? FromWire(double credits) =>
        Math.Abs(credits) <= MaxCredits
            ? (long)Math.Round((decimal)credits * One, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>
    /// The cost of a use, rounded to the nearest micro-credit; a negative one is rounded down and so stays negative,
    /// and one that is more than any balance becomes the largest number.
    /// </summary>
    public static long CostFromWire(double credits)
    {
        if (credits < 0)
            return (long)Math.Floor(credits * One);
        return FromWire(credits) ?? long.MaxValue;
    }

    /// <summary>The amount of whole credits; null if it is more than there may be.</summary>
    public static long? FromWhole(long credits) => credits is >= -MaxCredits and <= MaxCredits ? credits * One : null;

    public static double ToWire(long microCredits) => (double)((decimal)microCredits / One);

    public static double? ToWire(long? microCredits) => microCredits is { } amount ? ToWire(amount) : null;

    /// <summary>Whole percents of an amount, rounded down.</summary>
    public static long Percent(long microCredits, long percentage) => (long)((Int128)microCredits * percentage / 100);

    /// <summary>The price of usage; null if it is more than there may be.</summary>
    public static long? Cost(long quantity, long rateMicroCredits) =>
        (Int128)quantity * rateMicroCredits is var cost && cost >= -Max && cost <= Max ? (long)cost : null;
}
