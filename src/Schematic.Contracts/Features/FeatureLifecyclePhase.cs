using System.Text.Json.Serialization;

namespace Schematic.Contracts.Features;

/// <summary>Stage of a feature's life.</summary>
public enum FeatureLifecyclePhase
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Sold as an add-on.</summary>
    [JsonStringEnumMemberName("add_on")]
    AddOn,

    /// <summary>Open to a few chosen customers.</summary>
    [JsonStringEnumMemberName("alpha")]
    Alpha,

    /// <summary>Open to customers who accept change.</summary>
    [JsonStringEnumMemberName("beta")]
    Beta,

    /// <summary>Still works, and will be removed.</summary>
    [JsonStringEnumMemberName("deprecated")]
    Deprecated,

    /// <summary>Generally available.</summary>
    [JsonStringEnumMemberName("ga")]
    Ga,

    /// <summary>Included in plans.</summary>
    [JsonStringEnumMemberName("in_plan")]
    InPlan,

    /// <summary>Not offered at present.</summary>
    [JsonStringEnumMemberName("inactive")]
    Inactive,

    /// <summary>Open only to people of your own company.</summary>
    [JsonStringEnumMemberName("internal_testing")]
    InternalTesting,

    /// <summary>Kept for customers who have it, no longer sold.</summary>
    [JsonStringEnumMemberName("legacy")]
    Legacy,
}
