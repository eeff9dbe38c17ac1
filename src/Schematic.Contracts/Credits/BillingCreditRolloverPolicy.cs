using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Treatment of credits that are unused when their grant ends.</summary>
public enum BillingCreditRolloverPolicy
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Unused credits expire.</summary>
    [JsonStringEnumMemberName("expire")]
    Expire,

    /// <summary>No rule; the grant's own settings decide.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Unused credits are carried over into the next period.</summary>
    [JsonStringEnumMemberName("rollover")]
    Rollover,
}
