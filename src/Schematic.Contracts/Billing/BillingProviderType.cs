using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: metronome, orb, schematic, stripe. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingProviderType
{
    Unknown = 0,

    [JsonStringEnumMemberName("metronome")]
    Metronome,

    [JsonStringEnumMemberName("orb")]
    Orb,

    [JsonStringEnumMemberName("schematic")]
    Schematic,

    [JsonStringEnumMemberName("stripe")]
    Stripe,
}
