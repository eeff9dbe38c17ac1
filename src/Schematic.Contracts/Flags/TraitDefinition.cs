using System.Text.Json.Serialization;
using Schematic.Contracts.Entities;

namespace Schematic.Contracts.Flags;

/// <summary>A trait, as far as the rules engine needs to know it.</summary>
public sealed record TraitDefinition
{
    /// <summary>Type used to compare values.</summary>
    public required TraitDefinitionComparableType ComparableType { get; init; }

    /// <summary>Kind of entity that has the trait.</summary>
    public required EntityType EntityType { get; init; }

    /// <summary>Id of the trait definition, <c>trdf_…</c>.</summary>
    public required string Id { get; init; }
}

/// <summary>Type that the rules engine uses to compare values of a trait.</summary>
public enum TraitDefinitionComparableType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>True or false; any text but <c>true</c> is false.</summary>
    [JsonStringEnumMemberName("bool")]
    Bool,

    /// <summary>A date or a time; text that is neither counts as absent.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A number, with or without a fraction; any other text counts as 0.</summary>
    [JsonStringEnumMemberName("int")]
    Int,

    /// <summary>Text, compared character by character.</summary>
    [JsonStringEnumMemberName("string")]
    String,
}
