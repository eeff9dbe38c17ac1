using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Fate of one of the entitlements that a company has to a feature. An addition of this server.</summary>
public enum EntitlementCandidateStatus
{
    /// <summary>A value that this build does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>It is the one that counts.</summary>
    [JsonStringEnumMemberName("applied")]
    Applied,

    /// <summary>It has expired and counts as absent.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>Another one gives more, or takes the feature away.</summary>
    [JsonStringEnumMemberName("outbid")]
    Outbid,
}
