using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Order of a sorted list.</summary>
public enum SortDirection
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Ascending: A to Z, oldest first.</summary>
    [JsonStringEnumMemberName("asc")]
    Asc,

    /// <summary>Descending: Z to A, newest first.</summary>
    [JsonStringEnumMemberName("desc")]
    Desc,
}
