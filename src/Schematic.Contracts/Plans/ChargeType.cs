using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Way in which a plan is charged for.</summary>
public enum ChargeType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>It has a price of zero.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>It has no price at all.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It is paid once.</summary>
    [JsonStringEnumMemberName("one_time")]
    OneTime,

    /// <summary>It is paid each period.</summary>
    [JsonStringEnumMemberName("recurring")]
    Recurring,
}
