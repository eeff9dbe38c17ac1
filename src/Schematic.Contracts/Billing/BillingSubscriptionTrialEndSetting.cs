using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Action taken on a subscription when its trial ends.</summary>
public enum BillingSubscriptionTrialEndSetting
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The subscription is canceled.</summary>
    [JsonStringEnumMemberName("cancel")]
    Cancel,

    /// <summary>The subscription goes on, paid.</summary>
    [JsonStringEnumMemberName("subscribe")]
    Subscribe,
}
