using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Wire values: active, created, pending. <c>Unknown</c> is a value a newer server sent.</summary>
public enum IntegrationState
{
    Unknown = 0,

    [JsonStringEnumMemberName("active")]
    Active,

    [JsonStringEnumMemberName("created")]
    Created,

    [JsonStringEnumMemberName("pending")]
    Pending,
}
