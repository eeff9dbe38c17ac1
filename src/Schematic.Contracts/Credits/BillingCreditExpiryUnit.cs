using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Unit in which the lifetime of granted credits is counted.</summary>
public enum BillingCreditExpiryUnit
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Whole billing periods of the company.</summary>
    [JsonStringEnumMemberName("billing_periods")]
    BillingPeriods,

    /// <summary>Days, counted from the grant.</summary>
    [JsonStringEnumMemberName("days")]
    Days,
}
