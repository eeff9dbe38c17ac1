using System.Globalization;
using Schematic.Rules.Comparison;

namespace Schematic.Rules.Tests.Comparison;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-20T00:00:00")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00")]
    // yyyy-MM-dd HH:mm:ss ZZZ
    [InlineData("2026-11-20 13:37:00 UTC", "2026-11-20T13:37:00")]
    [InlineData("2026-11-20 13:37:00 GMT", "2026-11-20T13:37:00")]
    [InlineData("2026-11-20 13:37:00 Z", "2026-11-20T13:37:00")]
    [InlineData("2026-11-20 13:37:00 +0000", "2026-11-20T13:37:00")]
    [InlineData("2026-11-20 13:37:00 +0200", "2026-11-20T11:37:00")]
    [InlineData("2026-11-20 13:37:00 +02:00", "2026-11-20T11:37:00")]
    [InlineData("2026-11-20 13:37:00 -0330", "2026-11-20T17:07:00")]
    [InlineData("2026-11-20 13:37:00 EST", "2026-11-20T18:37:00")]
    [InlineData("2026-11-20 13:37:00 PDT", "2026-11-20T20:37:00")]
    [InlineData("2026-11-20 13:37:00.25 UTC", "2026-11-20T13:37:00.25")]
    // RFC 3339
    [InlineData("2026-11-20T13:37:00Z", "2026-11-20T13:37:00")]
    [InlineData("2026-11-20t13:37:00z", "2026-11-20T13:37:00")]
    [InlineData("2026-11-20T13:37:00.5Z", "2026-11-20T13:37:00.5")]
    [InlineData("2026-11-20T13:37:00.123456789Z", "2026-11-20T13:37:00.1234567")]
    [InlineData("2026-11-20T13:37:00+02:00", "2026-11-20T11:37:00")]
    [InlineData("2026-11-20T23:59:59-11:30", "2026-11-21T11:29:59")]
    // JavaScript: toISOString, toDateString, toString, toUTCString
    [InlineData("2026-11-20T13:37:00.000Z", "2026-11-20T13:37:00")]
    [InlineData("Fri Nov 20 2026", "2026-11-20T00:00:00")]
    [InlineData("Fri Nov 20 2026 13:37:00 GMT+0200 (Central European Standard Time)", "2026-11-20T11:37:00")]
    [InlineData("Fri Nov 20 2026 13:37:00 GMT-0800 (PST)", "2026-11-20T21:37:00")]
    [InlineData("Fri Nov 20 2026 13:37:00 GMT+0200", "2026-11-20T11:37:00")]
    [InlineData("Fri Nov 20 2026 13:37:00 GMT+0000 (Coordinated Universal Time)", "2026-11-20T13:37:00")]
    [InlineData("Fri Nov 20 2026 13:37:00 UTC", "2026-11-20T13:37:00")]
    [InlineData("Fri, 20 Nov 2026 13:37:00 GMT", "2026-11-20T13:37:00")]
    [InlineData("fri nov 20 2026", "2026-11-20T00:00:00")]
    // The day of the week is not held against the date.
    [InlineData("Mon Nov 20 2026", "2026-11-20T00:00:00")]
    public void A_date_is_read_as_utc(string text, string utc)
    {
        Assert.True(DateText.TryParse(text, out var read));
        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture), read);
        Assert.Equal(DateTimeKind.Utc, read.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Invalid Date")]
    [InlineData("1795181820000")]
    [InlineData("20.11.2026")]
    [InlineData("11/20/2026")]
    [InlineData("2026-11-20 ")]
    [InlineData(" 2026-11-20")]
    [InlineData("2026-11-20\0")]
    [InlineData("2026-11-20\n")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11-00")]
    [InlineData("0000-01-01")]
    [InlineData("٢٠٢٦-١١-٢٠")]
    [InlineData("2026-11-20T13:37:00")]
    [InlineData("2026-11-20 13:37:00")]
    [InlineData("2026-11-20T13:37Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T13:60:00Z")]
    [InlineData("2026-11-20T13:37:60Z")]
    [InlineData("2026-11-20T13:37:00.Z")]
    [InlineData("2026-11-20T13:37:00+0200")]
    [InlineData("2026-11-20T13:37:00+24:00")]
    [InlineData("2026-11-20T13:37:00+02:60")]
    [InlineData("2026-11-20T13:37:00Zulu")]
    [InlineData("2026-11-20 13:37:00 CET")]
    [InlineData("2026-11-20 13:37:00 UTC+")]
    [InlineData("2026-11-20 13:37:00 +02")]
    [InlineData("Fri Nov 31 2026")]
    [InlineData("Fri Nov 20 26")]
    [InlineData("Fri Nov 20 2026 13:37:00")]
    [InlineData("Fri Nov 20 2026 13:37:00 GMT+0200 (unclosed")]
    [InlineData("Fri, 20 Nov 2026")]
    [InlineData("Fre Nov 20 2026")]
    [InlineData("0001-01-01T00:00:00+02:00")]
    [InlineData("9999-12-31T23:59:59-02:00")]
    public void Anything_else_is_no_date(string text) => Assert.False(DateText.TryParse(text, out _));
}
