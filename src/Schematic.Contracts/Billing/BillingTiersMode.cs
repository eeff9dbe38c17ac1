using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Way in which the tiers of a price add up.</summary>
public enum BillingTiersMode
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Each unit costs as its own tier says.</summary>
    [JsonStringEnumMemberName("graduated")]
    Graduated,

    /// <summary>All units cost as the tier reached says.</summary>
    [JsonStringEnumMemberName("volume")]
    Volume,
}
