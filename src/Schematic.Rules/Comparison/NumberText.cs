using System.Globalization;

namespace Schematic.Rules.Comparison;

/// <summary>
/// Parses numbers: an optional sign, digits, an optional fraction and an optional exponent, without white space. Values
/// are exact to 28 digits; a number beyond ±7.9 × 10²⁸ counts as that bound, and any other text as 0. Source: domain,
/// flag evaluation.
/// </summary>
public static class NumberText
{
    private const NumberStyles Styles =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Parses a number; false, with 0, if the text is not one.</summary>
    public static bool TryParse(string text, out decimal number)
    {
        if (IsPlausible(text))
        {
            if (decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out number))
                return true;
            if (double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var approximation))
            {
                number = approximation switch
                {
                    > 1 => decimal.MaxValue,
                    < -1 => decimal.MinValue,
                    _ => 0,
                };
                return true;
            }
        }

        number = 0;
        return false;
    }

    /// <summary>Adds two numbers; a sum beyond the bounds of a decimal becomes that bound.</summary>
    public static decimal Add(decimal number, long more)
    {
        if (more > 0 && number > decimal.MaxValue - more)
            return decimal.MaxValue;
        return more < 0 && number < decimal.MinValue - more ? decimal.MinValue : number + more;
    }

    // "Infinity" and "NaN" are numbers to double.TryParse.
    private static bool IsPlausible(string text)
    {
        var start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        return text.Length > start && (char.IsAsciiDigit(text[start]) || text[start] == '.') && !text.Contains('\0');
    }
}
