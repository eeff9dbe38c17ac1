using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Repetition of a plan's credit grant.</summary>
public enum BillingPlanCreditGrantResetType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Granted once.</summary>
    [JsonStringEnumMemberName("no_reset")]
    NoReset,

    /// <summary>Granted again each period; what is left of the old grant is removed or rolled over.</summary>
    [JsonStringEnumMemberName("plan_period")]
    PlanPeriod,
}
