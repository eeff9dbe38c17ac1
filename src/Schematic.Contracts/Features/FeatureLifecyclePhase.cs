using System.Text.Json.Serialization;

namespace Schematic.Contracts.Features;

/// <summary>Wire values: add_on, alpha, beta, deprecated, ga, in_plan, inactive, internal_testing, legacy. <c>Unknown</c> is a value a newer server sent.</summary>
public enum FeatureLifecyclePhase
{
    Unknown = 0,

    [JsonStringEnumMemberName("add_on")]
    AddOn,

    [JsonStringEnumMemberName("alpha")]
    Alpha,

    [JsonStringEnumMemberName("beta")]
    Beta,

    [JsonStringEnumMemberName("deprecated")]
    Deprecated,

    [JsonStringEnumMemberName("ga")]
    Ga,

    [JsonStringEnumMemberName("in_plan")]
    InPlan,

    [JsonStringEnumMemberName("inactive")]
    Inactive,

    [JsonStringEnumMemberName("internal_testing")]
    InternalTesting,

    [JsonStringEnumMemberName("legacy")]
    Legacy,
}
