using System.Text.Json.Serialization;

namespace Schematic.Contracts.Features;

/// <summary>Type of a feature, which decides how its usage is measured.</summary>
public enum FeatureType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>On or off for a company; no usage is measured.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,

    /// <summary>Used by events, which are counted.</summary>
    [JsonStringEnumMemberName("event")]
    Event,

    /// <summary>Sold as licenses, one for each seat.</summary>
    [JsonStringEnumMemberName("license")]
    License,

    /// <summary>Used to the extent that a trait of the company states.</summary>
    [JsonStringEnumMemberName("trait")]
    Trait,
}
