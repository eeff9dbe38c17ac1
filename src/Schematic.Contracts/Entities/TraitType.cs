using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>Type of a trait's values, which decides how they are compared.</summary>
public enum TraitType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>True or false.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,

    /// <summary>An amount of money, compared as a number.</summary>
    [JsonStringEnumMemberName("currency")]
    Currency,

    /// <summary>A date or a time.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A number, with or without a fraction.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>Any text, compared character by character.</summary>
    [JsonStringEnumMemberName("string")]
    String,

    /// <summary>An http or https address, compared as text.</summary>
    [JsonStringEnumMemberName("url")]
    Url,
}
