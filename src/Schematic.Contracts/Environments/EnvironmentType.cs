using System.Text.Json.Serialization;

namespace Schematic.Contracts.Environments;

/// <summary>Wire values: development, production, staging. <c>Unknown</c> is a value a newer server sent.</summary>
public enum EnvironmentType
{
    Unknown = 0,

    [JsonStringEnumMemberName("development")]
    Development,

    [JsonStringEnumMemberName("production")]
    Production,

    [JsonStringEnumMemberName("staging")]
    Staging,
}
