using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: billing_periods, days. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditExpiryUnit
{
    Unknown = 0,

    [JsonStringEnumMemberName("billing_periods")]
    BillingPeriods,

    [JsonStringEnumMemberName("days")]
    Days,
}
