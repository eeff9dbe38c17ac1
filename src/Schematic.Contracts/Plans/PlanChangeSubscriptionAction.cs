using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Change of a subscription that came with a change of plans.</summary>
public enum PlanChangeSubscriptionAction
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Quantities or add-ons changed, with the same plan.</summary>
    [JsonStringEnumMemberName("adjustment")]
    Adjustment,

    /// <summary>The company pays less.</summary>
    [JsonStringEnumMemberName("downgrade")]
    Downgrade,

    /// <summary>The change could not be carried out.</summary>
    [JsonStringEnumMemberName("invalid")]
    Invalid,

    /// <summary>The company pays for the first time.</summary>
    [JsonStringEnumMemberName("subscribe")]
    Subscribe,

    /// <summary>The company no longer pays.</summary>
    [JsonStringEnumMemberName("unsubscribe")]
    Unsubscribe,

    /// <summary>The company pays more.</summary>
    [JsonStringEnumMemberName("upgrade")]
    Upgrade,

    /// <summary>The company began to pay during a trial.</summary>
    [JsonStringEnumMemberName("upgrade_trial")]
    UpgradeTrial,
}
