using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: expiration_priority, first_in_first_out, last_in_first_out, plan_first_then_credit_bundles_first_in_first_out. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditBurnStrategy
{
    Unknown = 0,

    [JsonStringEnumMemberName("expiration_priority")]
    ExpirationPriority,

    [JsonStringEnumMemberName("first_in_first_out")]
    FirstInFirstOut,

    [JsonStringEnumMemberName("last_in_first_out")]
    LastInFirstOut,

    [JsonStringEnumMemberName("plan_first_then_credit_bundles_first_in_first_out")]
    PlanFirstThenCreditBundlesFirstInFirstOut,
}
