using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

/// <summary>Wire values: boolean, currency, date, number, string, url. <c>Unknown</c> is a value a newer server sent.</summary>
public enum TraitType
{
    Unknown = 0,

    [JsonStringEnumMemberName("boolean")]
    Boolean,

    [JsonStringEnumMemberName("currency")]
    Currency,

    [JsonStringEnumMemberName("date")]
    Date,

    [JsonStringEnumMemberName("number")]
    Number,

    [JsonStringEnumMemberName("string")]
    String,

    [JsonStringEnumMemberName("url")]
    Url,
}
