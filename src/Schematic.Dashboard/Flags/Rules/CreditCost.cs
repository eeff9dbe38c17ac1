using System.Globalization;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>What an action would cost of one credit.</summary>
/// <param name="Amount">In credits, 0 or more.</param>
public sealed record CreditCost(string CreditId, double Amount)
{
    /// <summary>Reads <c>bilcr_1:2.5</c>; null where it is nothing of the kind.</summary>
    public static CreditCost? FromText(string text) =>
        text.LastIndexOf(':') is > 0 and var colon && AmountOf(text[(colon + 1)..]) is { } amount
            ? new(text[..colon], amount)
            : null;

    /// <summary>A number, 0 or more, as a person writes it; null where it is none.</summary>
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
