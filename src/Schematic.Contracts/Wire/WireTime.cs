using System.Globalization;
using System.Text.RegularExpressions;

namespace Schematic.Contracts.Wire;

/// <summary>Wire form of times: RFC 3339 with an offset, written in UTC with microseconds.</summary>
public static partial class WireTime
{
    private const string Format = "yyyy-MM-ddTHH:mm:ss.ffffffZ";

    /// <summary>Writes a time in UTC with microseconds: <c>2026-11-20T13:37:00.123456Z</c>.</summary>
    public static string ToWire(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads an RFC 3339 date-time; false for one without an offset, whose instant cannot be known.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        var match = Rfc3339().Match(text);
        if (!match.Success)
            return false;
        // A fraction may have any number of digits (Go sends nine); a tick is the seventh.
        var fraction = match.Groups["fraction"].Value;
        var date = match.Groups["date"].Value;
        var timeOfDay = match.Groups["time"].Value;
        var offset = match.Groups["offset"].Value.ToUpperInvariant();
        return DateTimeOffset.TryParseExact(
            $"{date}T{timeOfDay}.{fraction.PadRight(7, '0')[..7]}{offset}",
            "yyyy-MM-ddTHH:mm:ss.fffffffK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time
        );
    }

    // 2026-11-20T13:37:00.123456789+02:00
    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})"
            + @"(\.(?<fraction>[0-9]{1,32}))?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rfc3339();
}
