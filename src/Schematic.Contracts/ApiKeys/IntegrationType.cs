using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Wire values: clerk, metronome, orb, stripe, unknown, workos. <c>Unknown</c> is a value a newer server sent.</summary>
public enum IntegrationType
{
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    [JsonStringEnumMemberName("clerk")]
    Clerk,

    [JsonStringEnumMemberName("metronome")]
    Metronome,

    [JsonStringEnumMemberName("orb")]
    Orb,

    [JsonStringEnumMemberName("stripe")]
    Stripe,

    [JsonStringEnumMemberName("workos")]
    Workos,
}
