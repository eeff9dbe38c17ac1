using System.Globalization;
using System.Text.RegularExpressions;

namespace Schematic.Rules.Traits;

/// <summary>Infers the kind of a new trait from its first value.</summary>
public static partial class TraitInference
{
    /// <summary>
    /// A calendar day or an RFC 3339 date-time is a date, an absolute http(s) address a URL, anything else a string.
    /// </summary>
    public static TraitKind FromText(string text)
    {
        if (IsDay(text) || IsDateTime(text))
            return TraitKind.Date;
        return IsWebAddress(text) ? TraitKind.Url : TraitKind.String;
    }

    private static bool IsDay(string text) =>
        text.Length == 10
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text) =>
        Rfc3339().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsWebAddress(string text) =>
        (
            text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        )
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Host.Length > 0;

    // 2026-11-20T13:37:00.5+02:00
    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rfc3339();
}
