using System.Text.Json.Serialization;
using Schematic.Contracts.Entities;

namespace Schematic.Contracts.Flags;

public sealed record TraitDefinition
{
    public required TraitDefinitionComparableType ComparableType { get; init; }

    public required EntityType EntityType { get; init; }

    public required string Id { get; init; }
}

/// <summary>How the rules engine compares values of a trait.</summary>
public enum TraitDefinitionComparableType
{
    Unknown = 0,

    [JsonStringEnumMemberName("bool")]
    Bool,

    [JsonStringEnumMemberName("date")]
    Date,

    [JsonStringEnumMemberName("int")]
    Int,

    [JsonStringEnumMemberName("string")]
    String,
}
