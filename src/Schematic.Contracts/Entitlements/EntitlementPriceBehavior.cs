using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Way in which usage of a feature is paid for.</summary>
public enum EntitlementPriceBehavior
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Each use draws credits.</summary>
    [JsonStringEnumMemberName("credit_burndown")]
    CreditBurndown,

    /// <summary>Usage up to the soft limit is included; beyond it each unit is billed.</summary>
    [JsonStringEnumMemberName("overage")]
    Overage,

    /// <summary>Each unit is billed afterwards.</summary>
    [JsonStringEnumMemberName("pay_as_you_go")]
    PayAsYouGo,

    /// <summary>A quantity is bought beforehand and is the limit.</summary>
    [JsonStringEnumMemberName("pay_in_advance")]
    PayInAdvance,

    /// <summary>The price of a unit depends on how much is used.</summary>
    [JsonStringEnumMemberName("tier")]
    Tier,
}
