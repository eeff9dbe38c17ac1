using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Difference that a change makes to the use of a feature. An addition of this server.</summary>
public enum EntitlementChange
{
    /// <summary>A value that this build does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>As much as before on other terms, such as another price.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>The company gets the feature.</summary>
    [JsonStringEnumMemberName("gained")]
    Gained,

    /// <summary>The company may use less of it.</summary>
    [JsonStringEnumMemberName("less")]
    Less,

    /// <summary>The company loses the feature.</summary>
    [JsonStringEnumMemberName("lost")]
    Lost,

    /// <summary>The company may use more of it.</summary>
    [JsonStringEnumMemberName("more")]
    More,

    /// <summary>Nothing changes.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,
}
