using System.Globalization;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class TimeTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(44, "just now")]
    [InlineData(45, "1 minute ago")]
    [InlineData(89, "1 minute ago")]
    [InlineData(90, "2 minutes ago")]
    [InlineData(59 * 60, "59 minutes ago")]
    [InlineData(60 * 60, "1 hour ago")]
    [InlineData(100 * 60, "2 hours ago")]
    [InlineData(23 * 3600, "23 hours ago")]
    [InlineData(24 * 3600, "1 day ago")]
    [InlineData(40 * 3600, "2 days ago")]
    [InlineData(29 * 86400, "29 days ago")]
    [InlineData(31 * 86400, "1 month ago")]
    [InlineData(61 * 86400, "2 months ago")]
    [InlineData(340 * 86400, "11 months ago")]
    [InlineData(365 * 86400, "1 year ago")]
    [InlineData(800 * 86400, "2 years ago")]
    [InlineData(-30, "just now")]
    [InlineData(-300, "in 5 minutes")]
    [InlineData(-86400, "in 1 day")]
    public void A_distance_is_said_in_the_unit_one_would_use(int secondsAgo, string text) =>
        Assert.Equal(text, TimeText.Relative(Now - TimeSpan.FromSeconds(secondsAgo), Now));

    [Fact]
    public void Longer_ago_never_sounds_more_recent()
    {
        var units = new[] { "just now", "minute", "hour", "day", "month", "year" };
        var last = (Unit: 0, Number: 0);
        for (var hours = 0; hours < 24 * 365 * 4; hours += 7)
        {
            var text = TimeText.Relative(Now - TimeSpan.FromHours(hours), Now);
            var unit = Array.FindIndex(units, word => text.Contains(word, StringComparison.Ordinal));
            var number = unit == 0 ? 0 : int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

            Assert.True((unit, number).CompareTo(last) >= 0, $"{hours} hours: \"{text}\" after {last}.");
            last = (unit, number);
        }
    }

    [Fact]
    public void The_absolute_form_is_in_utc_and_says_so() =>
        Assert.Equal(
            "Fri 20 Nov 2026, 11:37:00 UTC",
            TimeText.Absolute(new DateTimeOffset(2026, 11, 20, 13, 37, 0, TimeSpan.FromHours(2)))
        );
}
