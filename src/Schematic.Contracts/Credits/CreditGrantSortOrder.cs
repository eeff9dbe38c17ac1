using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Member by which credit grants are sorted.</summary>
public enum CreditGrantSortOrder
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Time of the grant.</summary>
    [JsonStringEnumMemberName("created_at")]
    CreatedAt,

    /// <summary>Time of expiry; grants that never expire are last.</summary>
    [JsonStringEnumMemberName("expires_at")]
    ExpiresAt,

    /// <summary>Credits granted.</summary>
    [JsonStringEnumMemberName("quantity")]
    Quantity,

    /// <summary>Credits left.</summary>
    [JsonStringEnumMemberName("quantity_remaining")]
    QuantityRemaining,
}
