using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Wire values: asc, desc.</summary>
public enum SortDirection
{
    Unknown = 0,

    [JsonStringEnumMemberName("asc")]
    Asc,

    [JsonStringEnumMemberName("desc")]
    Desc,
}
