using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Origin of a credit grant.</summary>
public enum BillingCreditGrantReason
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A refund or a correction, such as one for an event of negative quantity.</summary>
    [JsonStringEnumMemberName("adjustment")]
    Adjustment,

    /// <summary>An automatic top-up, made when the balance fell to its threshold.</summary>
    [JsonStringEnumMemberName("billing_credit_auto_topup")]
    BillingCreditAutoTopup,

    /// <summary>A gift.</summary>
    [JsonStringEnumMemberName("free")]
    Free,

    /// <summary>Included in the company's plan.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>Bought by the company, for example in a bundle.</summary>
    [JsonStringEnumMemberName("purchased")]
    Purchased,

    /// <summary>Unused credits carried over from the grant before.</summary>
    [JsonStringEnumMemberName("rollover")]
    Rollover,
}
