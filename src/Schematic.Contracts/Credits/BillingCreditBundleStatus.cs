using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Availability of a credit bundle.</summary>
public enum BillingCreditBundleStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Companies can buy the bundle.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>No longer sold; what was bought stays.</summary>
    [JsonStringEnumMemberName("inactive")]
    Inactive,
}
