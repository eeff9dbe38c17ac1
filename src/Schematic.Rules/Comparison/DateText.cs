namespace Schematic.Rules.Comparison;

/// <summary>
/// Parses the forms of dates below. Anything else is not a date, including a day that does not exist, white space
/// around it, and an instant outside the years 1 to 9999 in UTC. Source: domain, flag evaluation.
/// <code>
/// 2026-11-20                                                     midnight UTC
/// 2026-11-20 13:37:00 +0200                                      the zone as in <see cref="ZoneText"/>
/// 2026-11-20T13:37:00.123+02:00                                  RFC 3339, also of Date.prototype.toISOString()
/// Fri Nov 20 2026                                                toDateString(), midnight UTC
/// Fri Nov 20 2026 13:37:00 GMT+0200 (Central European Time)      toString(), with or without the name
/// Fri, 20 Nov 2026 13:37:00 GMT                                  toUTCString()
/// </code>
/// As in JavaScript, the day of the week need not fit the date, and names are English in any case.
/// Fractions of a second are cut to 100 ns.
/// </summary>
public static class DateText
{
    // "0001-01-01" is the shortest; a zone's name in parentheses may be long, but not endless.
    private const int MinLength = 10;
    private const int MaxLength = 128;

    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Months =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    /// <summary>Parses a date; false if the text is not one.</summary>
    public static bool TryParse(string text, out DateTime utc)
    {
        utc = default;
        if (text.Length is < MinLength or > MaxLength)
            return false;
        var cursor = new TextCursor(text);
        return char.IsAsciiDigit(text[0]) ? TryReadIso(ref cursor, ref utc) : TryReadJavaScript(ref cursor, ref utc);
    }

    private static bool TryReadIso(ref TextCursor cursor, ref DateTime utc)
    {
        if (
            !(
                cursor.Digits(4, out var year)
                && cursor.Skip('-')
                && cursor.Digits(2, out var month)
                && cursor.Skip('-')
                && cursor.Digits(2, out var day)
            )
        )
            return false;
        if (cursor.IsAtEnd)
            return TryMake(year, month, day, 0, 0, ref utc);
        long ticks;
        int minutes;
        var isRead =
            cursor.Skip('T') || cursor.Skip('t')
                ? TryReadTime(ref cursor, out ticks) & ZoneText.TryReadRfc3339(ref cursor, out minutes)
                : TryReadTimeAndZone(ref cursor, out ticks, out minutes);
        return isRead && cursor.IsAtEnd && TryMake(year, month, day, ticks, minutes, ref utc);
    }

    private static bool TryReadJavaScript(ref TextCursor cursor, ref DateTime utc)
    {
        if (!cursor.OneOf(Days, out _))
            return false;
        int year,
            month,
            day;
        var isUtcString = cursor.Skip(',');
        var isRead = isUtcString
            ? cursor.Skip(' ')
                & cursor.Digits(2, out day)
                & cursor.Skip(' ')
                & cursor.OneOf(Months, out month)
                & cursor.Skip(' ')
                & cursor.Digits(4, out year)
            : cursor.Skip(' ')
                & cursor.OneOf(Months, out month)
                & cursor.Skip(' ')
                & cursor.Digits(2, out day)
                & cursor.Skip(' ')
                & cursor.Digits(4, out year);
        if (!isRead)
            return false;
        if (cursor.IsAtEnd && !isUtcString)
            return TryMake(year, month + 1, day, 0, 0, ref utc);
        return TryReadTimeAndZone(ref cursor, out var ticks, out var minutes)
            && (cursor.IsAtEnd || (cursor.Skip(' ') && cursor.Parenthesis()))
            && TryMake(year, month + 1, day, ticks, minutes, ref utc);
    }

    // " 13:37:00 +0200"
    private static bool TryReadTimeAndZone(ref TextCursor cursor, out long ticks, out int minutes) =>
        cursor.Skip(' ')
        & TryReadTime(ref cursor, out ticks)
        & cursor.Skip(' ')
        & ZoneText.TryRead(ref cursor, out minutes);

    private static bool TryReadTime(ref TextCursor cursor, out long ticks)
    {
        ticks = 0;
        if (
            !(
                cursor.Digits(2, out var hour)
                && cursor.Skip(':')
                && cursor.Digits(2, out var minute)
                && cursor.Skip(':')
                && cursor.Digits(2, out var second)
            )
            || hour > 23
            || minute > 59
            || second > 59
        )
            return false;
        var fraction = 0L;
        if (cursor.Skip('.') && !cursor.Fraction(out fraction))
            return false;
        ticks = ((hour * 60L) + minute) * TimeSpan.TicksPerMinute + (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    private static bool TryMake(int year, int month, int day, long ticks, int offsetMinutes, ref DateTime utc)
    {
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        ticks +=
            new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        utc = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }
}
