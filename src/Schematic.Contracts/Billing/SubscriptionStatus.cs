using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: active, canceled, expired, incomplete, incomplete_expired, past_due, paused, trialing, unpaid. <c>Unknown</c> is a value a newer server sent.</summary>
public enum SubscriptionStatus
{
    Unknown = 0,

    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("canceled")]
    Canceled,

    [JsonStringEnumMemberName("expired")]
    Expired,

    [JsonStringEnumMemberName("incomplete")]
    Incomplete,

    [JsonStringEnumMemberName("incomplete_expired")]
    IncompleteExpired,

    [JsonStringEnumMemberName("past_due")]
    PastDue,

    [JsonStringEnumMemberName("paused")]
    Paused,

    [JsonStringEnumMemberName("trialing")]
    Trialing,

    [JsonStringEnumMemberName("unpaid")]
    Unpaid,
}
