using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Wire values: admin, capture, read, write. <c>Unknown</c> is a value a newer server sent.</summary>
public enum ApiKeyScope
{
    Unknown = 0,

    [JsonStringEnumMemberName("admin")]
    Admin,

    [JsonStringEnumMemberName("capture")]
    Capture,

    [JsonStringEnumMemberName("read")]
    Read,

    [JsonStringEnumMemberName("write")]
    Write,
}
