using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: per_unit, tiered. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingPriceScheme
{
    Unknown = 0,

    [JsonStringEnumMemberName("per_unit")]
    PerUnit,

    [JsonStringEnumMemberName("tiered")]
    Tiered,
}
