using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Wire values: boolean. <c>Unknown</c> is a value a newer server sent.</summary>
public enum FlagType
{
    Unknown = 0,

    [JsonStringEnumMemberName("boolean")]
    Boolean,
}
