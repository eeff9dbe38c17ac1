using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Moment at which granted credits expire.</summary>
public enum BillingCreditExpiryType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A fixed time after the grant, set by the expiry unit and count.</summary>
    [JsonStringEnumMemberName("duration")]
    Duration,

    /// <summary>The end of the billing period of the grant.</summary>
    [JsonStringEnumMemberName("end_of_billing_period")]
    EndOfBillingPeriod,

    /// <summary>The end of the billing period after that of the grant.</summary>
    [JsonStringEnumMemberName("end_of_next_billing_period")]
    EndOfNextBillingPeriod,

    /// <summary>The end of the company's trial.</summary>
    [JsonStringEnumMemberName("end_of_trial")]
    EndOfTrial,

    /// <summary>The credits never expire.</summary>
    [JsonStringEnumMemberName("no_expiry")]
    NoExpiry,
}
