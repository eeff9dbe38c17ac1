using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>Kind of entity that keys, traits and events belong to.</summary>
public enum EntityType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A company, which buys plans.</summary>
    [JsonStringEnumMemberName("company")]
    Company,

    /// <summary>A user, who may belong to several companies.</summary>
    [JsonStringEnumMemberName("user")]
    User,
}
