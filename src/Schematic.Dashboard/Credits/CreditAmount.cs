using System.Globalization;

namespace Schematic.Dashboard.Credits;

/// <summary>
/// Amounts of credits in words. The API counts millionths of a credit and sends them as binary floating point, whose
/// noise must reach neither a sum nor the screen.
/// </summary>
internal static class CreditAmount
{
    /// <summary>Digits after the point that the API keeps.</summary>
    public const int Digits = 6;

    private const string Form = "#,##0.######";

    /// <summary>The exact amount that a number of the API stands for.</summary>
    // Its shortest text has all digits that the server sent; a cast would keep 15 of them.
    public static decimal FromWire(double credits) =>
        decimal.Round(
            decimal.Parse(
                credits.ToString("R", CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            ),
            Digits,
            MidpointRounding.AwayFromZero
        );

    /// <summary>The amount with all its digits: "1,250.5".</summary>
    public static string Format(double credits) => Format(FromWire(credits));

    /// <inheritdoc cref="Format(double)"/>
    public static string Format(decimal credits) =>
        decimal.Round(credits, Digits) is var amount && amount == 0
            ? "0"
            : amount.ToString(Form, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format(double)"/>
    public static string Format(long credits) => Format((decimal)credits);

    /// <summary>A change of a balance, with its sign: "+1,250", "−5.5".</summary>
    public static string FormatChange(decimal credits) =>
        credits switch
        {
            > 0 => $"+{Format(credits)}",
            < 0 => $"−{Format(-credits)}",
            _ => "0",
        };

    /// <summary>Reads a whole number of credits of 1 or more, with or without thousands separators.</summary>
    public static long? ParseWhole(string text) =>
        long.TryParse(
            text,
            NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number > 0
            ? number
            : null;
}
