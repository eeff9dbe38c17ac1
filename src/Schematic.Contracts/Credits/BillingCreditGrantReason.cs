using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: adjustment, billing_credit_auto_topup, free, plan, purchased, rollover. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditGrantReason
{
    Unknown = 0,

    [JsonStringEnumMemberName("adjustment")]
    Adjustment,

    [JsonStringEnumMemberName("billing_credit_auto_topup")]
    BillingCreditAutoTopup,

    [JsonStringEnumMemberName("free")]
    Free,

    [JsonStringEnumMemberName("plan")]
    Plan,

    [JsonStringEnumMemberName("purchased")]
    Purchased,

    [JsonStringEnumMemberName("rollover")]
    Rollover,
}
