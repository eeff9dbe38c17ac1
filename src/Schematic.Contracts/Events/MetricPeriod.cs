using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Wire values: all_time, current_day, current_month, current_week. <c>Unknown</c> is a value a newer server sent.</summary>
public enum MetricPeriod
{
    Unknown = 0,

    [JsonStringEnumMemberName("all_time")]
    AllTime,

    [JsonStringEnumMemberName("current_day")]
    CurrentDay,

    [JsonStringEnumMemberName("current_month")]
    CurrentMonth,

    [JsonStringEnumMemberName("current_week")]
    CurrentWeek,
}
