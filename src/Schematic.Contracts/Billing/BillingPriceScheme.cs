using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Way in which a price depends on the quantity.</summary>
public enum BillingPriceScheme
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Every unit costs the same.</summary>
    [JsonStringEnumMemberName("per_unit")]
    PerUnit,

    /// <summary>The price of a unit depends on the quantity.</summary>
    [JsonStringEnumMemberName("tiered")]
    Tiered,
}
