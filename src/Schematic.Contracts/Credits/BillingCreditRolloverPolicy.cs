using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: expire, none, rollover. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditRolloverPolicy
{
    Unknown = 0,

    [JsonStringEnumMemberName("expire")]
    Expire,

    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("rollover")]
    Rollover,
}
