using System.Globalization;

namespace Schematic.Dashboard.Shared.Ui.Text;

/// <summary>
/// Times in words. The browser adds the reader's own zone to the absolute form; the server does not know it.
/// </summary>
internal static class TimeText
{
    private const double DaysInMonth = 30.44;
    private const double DaysInYear = 365.25;

    public static string Absolute(DateTimeOffset time) =>
        time.UtcDateTime.ToString("ddd d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    public static string Relative(DateTimeOffset time, DateTimeOffset now)
    {
        var span = now - time;
        var distance = span.Duration();
        var text = distance switch
        {
            { TotalSeconds: < 45 } => null,
            { TotalMinutes: < 1.5 } => "1 minute",
            { TotalMinutes: < 59.5 } => Count(distance.TotalMinutes, "minutes"),
            { TotalHours: < 1.5 } => "1 hour",
            { TotalHours: < 23.5 } => Count(distance.TotalHours, "hours"),
            { TotalDays: < 1.5 } => "1 day",
            { TotalDays: < 29.5 } => Count(distance.TotalDays, "days"),
            { TotalDays: < DaysInMonth * 1.5 } => "1 month",
            { TotalDays: < DaysInYear - 15 } => Count(distance.TotalDays / DaysInMonth, "months"),
            { TotalDays: < DaysInYear * 1.5 } => "1 year",
            _ => Count(distance.TotalDays / DaysInYear, "years"),
        };
        return text is null ? "just now"
            : span < TimeSpan.Zero ? $"in {text}"
            : $"{text} ago";
    }

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(number):0} {unit}");
}
