using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>State of the billing of a custom plan.</summary>
public enum CustomPlanBillingStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The plan gives access.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>The plan was not paid in time.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>The invoice is paid.</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,

    /// <summary>Payment is awaited.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,
}
