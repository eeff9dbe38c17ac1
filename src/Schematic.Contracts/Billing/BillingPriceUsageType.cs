using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Way in which the billed quantity is found.</summary>
public enum BillingPriceUsageType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The quantity is fixed beforehand.</summary>
    [JsonStringEnumMemberName("licensed")]
    Licensed,

    /// <summary>The quantity is measured and billed afterwards.</summary>
    [JsonStringEnumMemberName("metered")]
    Metered,
}
