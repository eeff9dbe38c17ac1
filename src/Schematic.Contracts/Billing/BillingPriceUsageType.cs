using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: licensed, metered. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingPriceUsageType
{
    Unknown = 0,

    [JsonStringEnumMemberName("licensed")]
    Licensed,

    [JsonStringEnumMemberName("metered")]
    Metered,
}
