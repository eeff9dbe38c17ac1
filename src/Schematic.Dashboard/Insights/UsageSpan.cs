using System.Text.Json.Serialization;

namespace Schematic.Dashboard.Insights;

/// <summary>Lengths of time that a usage chart offers. Each ends with today.</summary>
public enum UsageSpan
{
    [JsonStringEnumMemberName("7d")]
    SevenDays = 1,

    [JsonStringEnumMemberName("30d")]
    ThirtyDays,

    [JsonStringEnumMemberName("90d")]
    NinetyDays,

    /// <summary>This month and the eleven before it.</summary>
    [JsonStringEnumMemberName("12m")]
    TwelveMonths,
}
