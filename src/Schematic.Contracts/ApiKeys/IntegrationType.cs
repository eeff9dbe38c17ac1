using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Product that can be integrated.</summary>
public enum IntegrationType
{
    /// <summary>A product that is not known, or a value that this version does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>Clerk, for sign-in.</summary>
    [JsonStringEnumMemberName("clerk")]
    Clerk,

    /// <summary>Metronome, for usage-based billing.</summary>
    [JsonStringEnumMemberName("metronome")]
    Metronome,

    /// <summary>Orb, for usage-based billing.</summary>
    [JsonStringEnumMemberName("orb")]
    Orb,

    /// <summary>Stripe, for payments.</summary>
    [JsonStringEnumMemberName("stripe")]
    Stripe,

    /// <summary>WorkOS, for sign-in.</summary>
    [JsonStringEnumMemberName("workos")]
    Workos,
}
