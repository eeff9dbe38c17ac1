using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: graduated, volume. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingTiersMode
{
    Unknown = 0,

    [JsonStringEnumMemberName("graduated")]
    Graduated,

    [JsonStringEnumMemberName("volume")]
    Volume,
}
