using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Api.Http;

namespace Schematic.Api.Entitlements.Pricing;

/// <summary>
/// Amounts in minor units of a currency, told twice on the wire: as an integer, and as exact decimal text, which wins.
/// </summary>
internal static partial class MinorUnits
{
    public const int MaxFractionDigits = 12;

    private const int MaxIntegerDigits = 15;

    /// <summary>
    /// Reads an amount from the member <paramref name="field"/> and the one with <c>_decimal</c> after it.
    /// </summary>
    /// <returns>The exact amount, 0 or more; null if neither is given.</returns>
    public static decimal? Read(long? amount, string? text, string field)
    {
        if (amount < 0)
            throw ApiProblem.BadRequest(
                $"{field} is negative. Give a price of 0 or more, in minor units of the currency.",
                field
            );
        if (text is null)
            return amount;
        var name = $"{field}_decimal";
        if (!Form().IsMatch(text))
            throw ApiProblem.BadRequest(
                $"{name} must be a decimal number of 0 or more, such as 12.5, with at most {MaxIntegerDigits} digits "
                    + $"before and {MaxFractionDigits} after the point.",
                name
            );
        var exact = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        // An amount with a fraction has no integer; whatever is sent beside it is a rounding.
        if (amount is { } whole && decimal.IsInteger(exact) && exact != whole)
            throw ApiProblem.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} says {exact} but {field} says {whole}. Give one of them, or the same amount in both."
                ),
                name
            );
        return exact;
    }

    /// <summary>Decimal text of an amount, without trailing zeros.</summary>
    public static string ToText(decimal amount) => amount.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>The nearest integer amount, halves away from zero, within 64 bits.</summary>
    public static long ToInteger(decimal amount) =>
        amount >= long.MaxValue ? long.MaxValue : (long)Math.Round(amount, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]{1,12})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
