using System.Globalization;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Tests.Wire;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData("2026-11-20T13:37:00Z", "2026-11-20T13:37:00.0000000Z")]
    [InlineData("2026-11-20t13:37:00z", "2026-11-20T13:37:00.0000000Z")]
    [InlineData("2026-11-20 13:37:00Z", "2026-11-20T13:37:00.0000000Z")]
    [InlineData("2026-11-20T13:37:00.1Z", "2026-11-20T13:37:00.1000000Z")]
    [InlineData("2026-11-20T13:37:00.123456789Z", "2026-11-20T13:37:00.1234567Z")]
    [InlineData("2026-11-20T13:37:00.99999999999999999999Z", "2026-11-20T13:37:00.9999999Z")]
    [InlineData("2026-11-20T13:37:00+02:00", "2026-11-20T11:37:00.0000000Z")]
    [InlineData("2026-11-20T00:30:00.5-05:30", "2026-11-20T06:00:00.5000000Z")]
    [InlineData("2026-11-20T13:37:00-00:00", "2026-11-20T13:37:00.0000000Z")]
    [InlineData("2028-02-29T23:59:59Z", "2028-02-29T23:59:59.0000000Z")]
    [InlineData("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.0000000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void An_rfc_3339_time_is_read_to_the_tick_and_in_utc(string text, string expected)
    {
        Assert.True(WireTime.TryParse(text, out var time));
        Assert.Equal(expected, time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("2026-11-20T13:37:00")]
    [InlineData("2026-11-20T13:37:00.123456")]
    [InlineData("2026-11-20")]
    [InlineData("")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2100-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-00-10T00:00:00Z")]
    [InlineData("2026-11-31T00:00:00Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-11-20T13:60:00Z")]
    [InlineData("2026-11-20T13:37:00+25:00")]
    [InlineData("2026-11-20T13:37:00+0200")]
    [InlineData("2026-11-20T13:37:00 Z")]
    [InlineData(" 2026-11-20T13:37:00Z")]
    [InlineData("2026-11-20T13:37:00Z\n")]
    [InlineData("2026-11-20T13:37:00.Z")]
    [InlineData("2026-11-20T13:37:00,5Z")]
    [InlineData("20261120T133700Z")]
    [InlineData("26-11-20T13:37:00Z")]
    [InlineData("12026-11-20T13:37:00Z")]
    [InlineData("٢٠٢٦-11-20T13:37:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("Fri, 20 Nov 2026 13:37:00 GMT")]
    [InlineData("1795179420")]
    public void What_names_no_instant_is_refused(string text) => Assert.False(WireTime.TryParse(text, out _));

    [Theory]
    [InlineData("2026-11-20T13:37:00Z", "2026-11-20T13:37:00.000000Z")]
    [InlineData("2026-11-20T15:37:00.1234567+02:00", "2026-11-20T13:37:00.123456Z")]
    public void A_time_is_written_in_utc_with_microseconds(string text, string expected) =>
        Assert.Equal(expected, WireTime.ToWire(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("0001-01-01T00:00:00.000000Z")]
    [InlineData("2000-02-29T23:59:59.999999Z")]
    [InlineData("2026-11-20T13:37:00.100000Z")]
    [InlineData("2026-11-20T13:37:00.000001Z")]
    [InlineData("9999-12-31T23:59:59.999999Z")]
    public void A_time_in_a_body_is_read_and_written_as_the_text_it_is(string text)
    {
        Assert.True(WireTime.TryParse(text, out var expected));

        var time = JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", WireJson.Strict);

        Assert.Equal((expected, TimeSpan.Zero), (time, time.Offset));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(time, WireJson.Strict));
        Assert.Equal(text, WireTime.ToWire(time));
    }

    [Fact]
    public void A_time_in_a_body_is_written_in_utc_with_what_is_less_than_a_microsecond_cut_off()
    {
        var time = DateTimeOffset.Parse("2026-11-20T15:37:00.1234569+02:00", CultureInfo.InvariantCulture);

        Assert.Equal("\"2026-11-20T13:37:00.123456Z\"", JsonSerializer.Serialize(time, WireJson.Strict));
    }

    [Theory]
    [InlineData("2026-11-20T13:37:00.1234567Z")]
    [InlineData("2026-11-20t13:37:00.123456z")]
    [InlineData("2026-11-20 13:37:00.123456Z")]
    [InlineData("2026-11-20T13:37:00.123456\\u005A")]
    [InlineData("2026-11-20T13:37:00.1+02:00")]
    [InlineData("2026-11-20T13:37:00Z")]
    public void A_time_in_a_body_may_have_any_form_of_rfc_3339(string json)
    {
        Assert.True(WireTime.TryParse(json.Replace("\\u005A", "Z", StringComparison.Ordinal), out var expected));

        Assert.Equal(expected, JsonSerializer.Deserialize<DateTimeOffset>($"\"{json}\"", WireJson.Strict));
    }

    // All of the length of the usual form.
    [Theory]
    [InlineData("2026-02-29T13:37:00.123456Z")]
    [InlineData("2026-13-20T13:37:00.123456Z")]
    [InlineData("2026-11-20T24:00:00.000000Z")]
    [InlineData("2026-11-20T13:60:00.123456Z")]
    [InlineData("2026-11-20T23:59:60.000000Z")]
    [InlineData("0000-01-01T00:00:00.000000Z")]
    [InlineData("2026-11-20T13:37:00,123456Z")]
    [InlineData("2026-11-20T13:37.123456789Z")]
    [InlineData("2026-11-20T13:37:00.1234567")]
    [InlineData("          2026-11-20T13:37Z")]
    [InlineData("26-11-20T13:37:00.12345678Z")]
    public void A_time_in_a_body_that_names_no_instant_is_refused(string text)
    {
        Assert.Equal(27, text.Length);
        Assert.Throws<WireFormatException>(() =>
            JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", WireJson.Strict)
        );
    }

    [Theory]
    [InlineData("\"2026-11-20T13:37:00\"")]
    [InlineData("1795179420")]
    [InlineData("{}")]
    public void A_wrong_time_in_a_body_says_what_is_expected(string json)
    {
        var failure = Assert.Throws<WireFormatException>(() =>
            JsonSerializer.Deserialize<DateTimeOffset>(json, WireJson.Strict)
        );

        Assert.StartsWith("must be an RFC 3339 date-time with an offset", failure.Rule, StringComparison.Ordinal);
    }
}
