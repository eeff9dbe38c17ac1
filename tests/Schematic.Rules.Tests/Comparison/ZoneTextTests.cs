using Schematic.Rules.Comparison;

namespace Schematic.Rules.Tests.Comparison;

public sealed class ZoneTextTests
{
    [Theory]
    [InlineData("Z", 0)]
    [InlineData("UTC", 0)]
    [InlineData("GMT", 0)]
    [InlineData("utc", 0)]
    [InlineData("UTC+0200", 120)]
    [InlineData("GMT-03:30", -210)]
    [InlineData("+0000", 0)]
    [InlineData("-0000", 0)]
    [InlineData("+02:00", 120)]
    [InlineData("+0545", 345)]
    [InlineData("-1130", -690)]
    [InlineData("+2359", 1439)]
    [InlineData("EST", -300)]
    [InlineData("EDT", -240)]
    [InlineData("CST", -360)]
    [InlineData("CDT", -300)]
    [InlineData("MST", -420)]
    [InlineData("MDT", -360)]
    [InlineData("PST", -480)]
    [InlineData("PDT", -420)]
    [InlineData("pdt", -420)]
    public void A_zone_is_read_as_minutes_east_of_utc(string text, int minutes)
    {
        var cursor = new TextCursor(text);

        Assert.True(ZoneText.TryRead(ref cursor, out var read));
        Assert.Equal(minutes, read);
        Assert.True(cursor.IsAtEnd);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CET")]
    [InlineData("BST")]
    [InlineData("z")]
    [InlineData("0200")]
    [InlineData("+2")]
    [InlineData("+02")]
    [InlineData("+02:0")]
    [InlineData("+2400")]
    [InlineData("+0260")]
    [InlineData("UTC+")]
    [InlineData("UTC+24:00")]
    public void Anything_else_is_no_zone(string text)
    {
        var cursor = new TextCursor(text);

        Assert.False(ZoneText.TryRead(ref cursor, out _));
    }

    [Theory]
    [InlineData("Z", true, 0)]
    [InlineData("z", true, 0)]
    [InlineData("+02:00", true, 120)]
    [InlineData("-00:01", true, -1)]
    [InlineData("+0200", false, 0)]
    [InlineData("+24:00", false, 0)]
    [InlineData("+02:60", false, 0)]
    [InlineData("UTC", false, 0)]
    [InlineData("", false, 0)]
    public void Rfc_3339_has_only_z_and_offsets_with_a_colon(string text, bool isZone, int minutes)
    {
        var cursor = new TextCursor(text);

        Assert.Equal(isZone, ZoneText.TryReadRfc3339(ref cursor, out var read));
        if (isZone)
            Assert.Equal(minutes, read);
    }
}
