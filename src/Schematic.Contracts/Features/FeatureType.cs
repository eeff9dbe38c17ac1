using System.Text.Json.Serialization;

namespace Schematic.Contracts.Features;

/// <summary>Wire values: boolean, event, license, trait. <c>Unknown</c> is a value a newer server sent.</summary>
public enum FeatureType
{
    Unknown = 0,

    [JsonStringEnumMemberName("boolean")]
    Boolean,

    [JsonStringEnumMemberName("event")]
    Event,

    [JsonStringEnumMemberName("license")]
    License,

    [JsonStringEnumMemberName("trait")]
    Trait,
}
