namespace Schematic.Rules.Comparison;

/// <summary>
/// Parses a time zone as minutes east of UTC: <c>+0200</c>, <c>+02:00</c>, <c>Z</c>, <c>UTC</c> and <c>GMT</c> with or
/// without an offset, or a name from RFC 2822. Other abbreviations mean different zones in different places, so a date
/// with one of them is not a date.
/// </summary>
internal static class ZoneText
{
    private const int MaxHours = 23;
    private const int MaxMinutes = 59;

    private static readonly string[] Universal = ["UTC", "GMT"];
    private static readonly string[] Names = ["EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"];
    private static readonly int[] Hours = [-5, -4, -6, -5, -7, -6, -8, -7];

    public static bool TryRead(ref TextCursor cursor, out int minutes)
    {
        minutes = 0;
        if (cursor.Skip('Z'))
            return true;
        if (cursor.OneOf(Universal, out _))
            return !IsSign(ref cursor, out var sign) || TryReadOffset(ref cursor, sign, out minutes);
        if (cursor.OneOf(Names, out var name))
        {
            minutes = Hours[name] * 60;
            return true;
        }

        return IsSign(ref cursor, out var direction) && TryReadOffset(ref cursor, direction, out minutes);
    }

    // Z or +02:00, nothing shorter.
    public static bool TryReadRfc3339(ref TextCursor cursor, out int minutes)
    {
        minutes = 0;
        if (cursor.Skip('Z') || cursor.Skip('z'))
            return true;
        return IsSign(ref cursor, out var sign)
            && cursor.Digits(2, out var hours)
            && cursor.Skip(':')
            && cursor.Digits(2, out var rest)
            && TryMake(sign, hours, rest, out minutes);
    }

    private static bool TryReadOffset(ref TextCursor cursor, int sign, out int minutes)
    {
        minutes = 0;
        if (!cursor.Digits(2, out var hours))
            return false;
        cursor.Skip(':');
        return cursor.Digits(2, out var rest) && TryMake(sign, hours, rest, out minutes);
    }

    private static bool TryMake(int sign, int hours, int rest, out int minutes)
    {
        minutes = sign * ((hours * 60) + rest);
        return hours <= MaxHours && rest <= MaxMinutes;
    }

    private static bool IsSign(ref TextCursor cursor, out int sign)
    {
        sign =
            cursor.Skip('+') ? 1
            : cursor.Skip('-') ? -1
            : 0;
        return sign != 0;
    }
}
