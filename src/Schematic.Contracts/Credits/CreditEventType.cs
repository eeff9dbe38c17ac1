using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Kind of movement of credits.</summary>
public enum CreditEventType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Credits were added.</summary>
    [JsonStringEnumMemberName("grant")]
    Grant,

    /// <summary>Credits moved from one grant to another.</summary>
    [JsonStringEnumMemberName("transfer")]
    Transfer,

    /// <summary>Credits were used, held, or returned.</summary>
    [JsonStringEnumMemberName("usage")]
    Usage,

    /// <summary>The rest of a grant was removed.</summary>
    [JsonStringEnumMemberName("zero_out")]
    ZeroOut,
}
