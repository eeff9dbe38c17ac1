using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Order in which a company's credit grants are drawn, after adjustments and rollovers.</summary>
public enum BillingCreditBurnStrategy
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The grant that expires first is drawn first.</summary>
    [JsonStringEnumMemberName("expiration_priority")]
    ExpirationPriority,

    /// <summary>The oldest grant is drawn first.</summary>
    [JsonStringEnumMemberName("first_in_first_out")]
    FirstInFirstOut,

    /// <summary>The newest grant is drawn first.</summary>
    [JsonStringEnumMemberName("last_in_first_out")]
    LastInFirstOut,

    /// <summary>Plan grants are drawn first, then all others, each oldest first. The default.</summary>
    [JsonStringEnumMemberName("plan_first_then_credit_bundles_first_in_first_out")]
    PlanFirstThenCreditBundlesFirstInFirstOut,
}
