using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>Wire values: cancel, subscribe. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingSubscriptionTrialEndSetting
{
    Unknown = 0,

    [JsonStringEnumMemberName("cancel")]
    Cancel,

    [JsonStringEnumMemberName("subscribe")]
    Subscribe,
}
