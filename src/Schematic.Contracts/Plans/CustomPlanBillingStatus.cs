using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Wire values: active, expired, paid, pending. <c>Unknown</c> is a value a newer server sent.</summary>
public enum CustomPlanBillingStatus
{
    Unknown = 0,

    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("expired")]
    Expired,

    [JsonStringEnumMemberName("paid")]
    Paid,

    [JsonStringEnumMemberName("pending")]
    Pending,
}
