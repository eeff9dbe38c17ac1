using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>Wire values: admin, member. <c>Unknown</c> is a value a newer server sent.</summary>
public enum AccountMemberRole
{
    Unknown = 0,

    [JsonStringEnumMemberName("admin")]
    Admin,

    [JsonStringEnumMemberName("member")]
    Member,
}
