using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>State of a subscription.</summary>
public enum SubscriptionStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Paid, and giving access.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Ended by the customer or the seller.</summary>
    [JsonStringEnumMemberName("canceled")]
    Canceled,

    /// <summary>Ended because its time was over.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>Begun, but the first payment is missing.</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,

    /// <summary>Never begun: the first payment did not come in time.</summary>
    [JsonStringEnumMemberName("incomplete_expired")]
    IncompleteExpired,

    /// <summary>Running, with a payment overdue.</summary>
    [JsonStringEnumMemberName("past_due")]
    PastDue,

    /// <summary>Stopped for a while.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>Running as a trial.</summary>
    [JsonStringEnumMemberName("trialing")]
    Trialing,

    /// <summary>Kept without access, because payments failed.</summary>
    [JsonStringEnumMemberName("unpaid")]
    Unpaid,
}
