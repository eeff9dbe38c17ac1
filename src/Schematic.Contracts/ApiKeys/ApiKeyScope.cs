using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Kind of operation that an API key may call.</summary>
public enum ApiKeyScope
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Manage environments and API keys.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,

    /// <summary>Send events.</summary>
    [JsonStringEnumMemberName("capture")]
    Capture,

    /// <summary>Read resources and check flags.</summary>
    [JsonStringEnumMemberName("read")]
    Read,

    /// <summary>Create, change and delete resources.</summary>
    [JsonStringEnumMemberName("write")]
    Write,
}
