using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: free, one_time, paid, trial. <c>Unknown</c> is a value a newer server sent.</summary>
public enum SubscriptionType
{
    Unknown = 0,

    [JsonStringEnumMemberName("free")]
    Free,

    [JsonStringEnumMemberName("one_time")]
    OneTime,

    [JsonStringEnumMemberName("paid")]
    Paid,

    [JsonStringEnumMemberName("trial")]
    Trial,
}
