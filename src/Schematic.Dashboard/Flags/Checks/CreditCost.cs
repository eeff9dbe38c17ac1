using System.Globalization;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>The cost of an action in one credit.</summary>
/// <param name="Amount">In credits, 0 or more.</param>
public sealed record CreditCost(string CreditId, double Amount)
{
    /// <summary>Reads <c>bilcr_1:2.5</c>; null if the text has another form.</summary>
    public static CreditCost? FromText(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && AmountOf(text[(colon + 1)..]) is { } amount
            ? new(text[..colon], amount)
            : null;

    /// <summary>Reads a number, 0 or more; null if the text is none.</summary>
    public static double? AmountOf(string text) =>
        double.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var amount
        ) && double.IsFinite(amount)
            ? amount
            : null;

    public static string AmountText(double amount) => amount.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => $"{CreditId}:{AmountText(Amount)}";
}
