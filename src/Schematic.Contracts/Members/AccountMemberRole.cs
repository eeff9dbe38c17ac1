using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>Role of a member, which decides what they may do.</summary>
public enum AccountMemberRole
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>May do everything.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,

    /// <summary>May see everything and change what was permitted.</summary>
    [JsonStringEnumMemberName("member")]
    Member,
}
