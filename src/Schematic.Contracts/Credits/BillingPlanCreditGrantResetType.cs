using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: no_reset, plan_period. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingPlanCreditGrantResetType
{
    Unknown = 0,

    [JsonStringEnumMemberName("no_reset")]
    NoReset,

    [JsonStringEnumMemberName("plan_period")]
    PlanPeriod,
}
