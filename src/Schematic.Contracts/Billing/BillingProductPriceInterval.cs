using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: day, month, one-time, year. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingProductPriceInterval
{
    Unknown = 0,

    [JsonStringEnumMemberName("day")]
    Day,

    [JsonStringEnumMemberName("month")]
    Month,

    [JsonStringEnumMemberName("one-time")]
    OneTime,

    [JsonStringEnumMemberName("year")]
    Year,
}
