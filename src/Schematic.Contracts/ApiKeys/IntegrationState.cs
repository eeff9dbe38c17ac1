using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Progress of an integration's set-up.</summary>
public enum IntegrationState
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Set up and working.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>Begun, not yet connected.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>Waiting for the other side.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,
}
