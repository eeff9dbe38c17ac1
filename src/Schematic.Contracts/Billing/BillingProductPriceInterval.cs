using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Unit of a billing interval.</summary>
public enum BillingProductPriceInterval
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Billed by the day.</summary>
    [JsonStringEnumMemberName("day")]
    Day,

    /// <summary>Billed by the calendar month.</summary>
    [JsonStringEnumMemberName("month")]
    Month,

    /// <summary>Billed once, without an interval.</summary>
    [JsonStringEnumMemberName("one-time")]
    OneTime,

    /// <summary>Billed by the calendar year.</summary>
    [JsonStringEnumMemberName("year")]
    Year,
}
