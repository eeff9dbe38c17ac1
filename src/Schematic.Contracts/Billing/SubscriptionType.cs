using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Kind of subscription by payment.</summary>
public enum SubscriptionType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Costs nothing.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>Paid once.</summary>
    [JsonStringEnumMemberName("one_time")]
    OneTime,

    /// <summary>Paid each period.</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,

    /// <summary>Tried free of charge, for a limited time.</summary>
    [JsonStringEnumMemberName("trial")]
    Trial,
}
