using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Type of a flag's value.</summary>
public enum FlagType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>On or off.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,
}
