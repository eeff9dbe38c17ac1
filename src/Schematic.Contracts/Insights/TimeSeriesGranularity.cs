using System.Text.Json.Serialization;

namespace Schematic.Contracts.Insights;

/// <summary>Length of time that one point of a chart stands for, in UTC.</summary>
public enum TimeSeriesGranularity
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Days, from 00:00.</summary>
    [JsonStringEnumMemberName("daily")]
    Daily,

    /// <summary>Full hours.</summary>
    [JsonStringEnumMemberName("hourly")]
    Hourly,

    /// <summary>Calendar months.</summary>
    [JsonStringEnumMemberName("monthly")]
    Monthly,

    /// <summary>Weeks from Sunday, 00:00.</summary>
    [JsonStringEnumMemberName("weekly")]
    Weekly,
}
