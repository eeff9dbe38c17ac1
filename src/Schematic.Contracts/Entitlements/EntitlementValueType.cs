using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Kind of value that an entitlement has.</summary>
public enum EntitlementValueType
{
    /// <summary>A kind that is not known, or a value that this version does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>The company has the feature or does not.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,

    /// <summary>Usage draws credits.</summary>
    [JsonStringEnumMemberName("credit")]
    Credit,

    /// <summary>Usage has a fixed limit.</summary>
    [JsonStringEnumMemberName("numeric")]
    Numeric,

    /// <summary>Usage has a limit that a trait of the company holds.</summary>
    [JsonStringEnumMemberName("trait")]
    Trait,

    /// <summary>Usage has no limit.</summary>
    [JsonStringEnumMemberName("unlimited")]
    Unlimited,
}
