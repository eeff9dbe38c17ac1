using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: duration, end_of_billing_period, end_of_next_billing_period, end_of_trial, no_expiry. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditExpiryType
{
    Unknown = 0,

    [JsonStringEnumMemberName("duration")]
    Duration,

    [JsonStringEnumMemberName("end_of_billing_period")]
    EndOfBillingPeriod,

    [JsonStringEnumMemberName("end_of_next_billing_period")]
    EndOfNextBillingPeriod,

    [JsonStringEnumMemberName("end_of_trial")]
    EndOfTrial,

    [JsonStringEnumMemberName("no_expiry")]
    NoExpiry,
}
