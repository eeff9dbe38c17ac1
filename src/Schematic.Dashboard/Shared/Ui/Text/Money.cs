using System.Globalization;
using System.Text.RegularExpressions;

namespace Schematic.Dashboard.Shared.Ui.Text;

/// <summary>
/// Amounts of money. The API has them in minor units (cents), exactly; people read and write them in major units
/// (dollars).
/// </summary>
internal static partial class Money
{
    private const string CurrenciesWithoutMinorUnit = "bif clp djf gnf isk jpy kmf krw pyg rwf ugx vnd vuv xaf xof xpf";
    private const string CurrenciesWithThreeDigits = "bhd iqd jod kwd lyd omr tnd";

    /// <summary>The currencies offered first; any other can be typed.</summary>
    public static IReadOnlyList<string> Common { get; } =
    ["usd", "eur", "gbp", "cad", "aud", "chf", "jpy", "sek", "inr", "brl"];

    /// <summary>Digits after the point in the currency's major unit, by ISO 4217.</summary>
    public static int Digits(string currency) =>
        Has(CurrenciesWithoutMinorUnit, currency) ? 0
        : Has(CurrenciesWithThreeDigits, currency) ? 3
        : 2;

    /// <summary>An amount for people, exact: "$0.0124", "€12.00", "CHF 5.00".</summary>
    /// <param name="minorUnits">The amount in minor units.</param>
    /// <param name="currency">Empty if it is not known: then the amount stands alone.</param>
    public static string Format(decimal minorUnits, string currency)
    {
        var digits = Digits(currency);
        var text = (minorUnits / Factor(digits)).ToString(
            $"#,##0{(digits == 0 ? "." : $".{new string('0', digits)}")}{new string('#', 12)}",
            CultureInfo.InvariantCulture
        );
        return Symbol(currency) is { } symbol ? symbol + text : $"{currency.ToUpperInvariant()} {text}".TrimStart();
    }

    /// <summary>An amount as one types it: "0.0124"; without grouping and without the currency.</summary>
    /// <param name="minorUnits">The amount in minor units.</param>
    public static string ToInput(decimal minorUnits, string currency) =>
        (minorUnits / Factor(Digits(currency))).ToString("0.###############", CultureInfo.InvariantCulture);

    /// <summary>Reads an amount in major units; false for anything that is not an exact amount of 0 or more.</summary>
    /// <param name="minorUnits">The amount in minor units.</param>
    public static bool TryParse(string text, string currency, out decimal minorUnits)
    {
        minorUnits = 0;
        if (!Amount().IsMatch(text.Trim()))
            return false;
        minorUnits =
            decimal.Parse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            * Factor(Digits(currency));
        return true;
    }

    /// <summary>Decimal text of an amount in minor units, as the wire has it: "1.24".</summary>
    public static string ToWire(decimal minorUnits) =>
        minorUnits.ToString("0.############", CultureInfo.InvariantCulture);

    private static bool Has(string codes, string currency) =>
        currency.Length == 3 && codes.Contains(currency, StringComparison.OrdinalIgnoreCase);

    private static decimal Factor(int digits) =>
        digits switch
        {
            0 => 1,
            2 => 100,
            _ => 1000,
        };

    private static string? Symbol(string currency) =>
        currency.ToUpperInvariant() switch
        {
            "USD" => "$",
            "EUR" => "€",
            "GBP" => "£",
            "JPY" => "¥",
            "CAD" => "CA$",
            "AUD" => "A$",
            "INR" => "₹",
            "BRL" => "R$",
            _ => null,
        };

    [GeneratedRegex(@"^[0-9]{1,12}(\.[0-9]{1,12})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
