using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Wire values: credit_burndown, overage, pay_as_you_go, pay_in_advance, tier. <c>Unknown</c> is a value a newer server sent.</summary>
public enum EntitlementPriceBehavior
{
    Unknown = 0,

    [JsonStringEnumMemberName("credit_burndown")]
    CreditBurndown,

    [JsonStringEnumMemberName("overage")]
    Overage,

    [JsonStringEnumMemberName("pay_as_you_go")]
    PayAsYouGo,

    [JsonStringEnumMemberName("pay_in_advance")]
    PayInAdvance,

    [JsonStringEnumMemberName("tier")]
    Tier,
}
