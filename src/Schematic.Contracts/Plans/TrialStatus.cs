using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Wire values: active, converted, expired. <c>Unknown</c> is a value a newer server sent.</summary>
public enum TrialStatus
{
    Unknown = 0,

    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("converted")]
    Converted,

    [JsonStringEnumMemberName("expired")]
    Expired,
}
