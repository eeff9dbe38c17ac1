using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Period over which usage is counted, in UTC.</summary>
public enum MetricPeriod
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>From the first event on; never restarts.</summary>
    [JsonStringEnumMemberName("all_time")]
    AllTime,

    /// <summary>Since 00:00 today.</summary>
    [JsonStringEnumMemberName("current_day")]
    CurrentDay,

    /// <summary>Since the start of the calendar month or the billing month.</summary>
    [JsonStringEnumMemberName("current_month")]
    CurrentMonth,

    /// <summary>Since Sunday, 00:00.</summary>
    [JsonStringEnumMemberName("current_week")]
    CurrentWeek,
}
