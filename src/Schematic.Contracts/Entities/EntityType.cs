using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>Wire values: company, user. <c>Unknown</c> is a value a newer server sent.</summary>
public enum EntityType
{
    Unknown = 0,

    [JsonStringEnumMemberName("company")]
    Company,

    [JsonStringEnumMemberName("user")]
    User,
}
