using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>System that bills companies.</summary>
public enum BillingProviderType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Metronome, for usage-based billing.</summary>
    [JsonStringEnumMemberName("metronome")]
    Metronome,

    /// <summary>Orb, for usage-based billing.</summary>
    [JsonStringEnumMemberName("orb")]
    Orb,

    /// <summary>No external provider.</summary>
    [JsonStringEnumMemberName("schematic")]
    Schematic,

    /// <summary>Stripe, for payments and subscriptions.</summary>
    [JsonStringEnumMemberName("stripe")]
    Stripe,
}
