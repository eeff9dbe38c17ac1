using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Operation that made the billing of a plan.</summary>
public enum PlanBillingSource
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A custom plan was published for the company.</summary>
    [JsonStringEnumMemberName("custom_plan")]
    CustomPlan,

    /// <summary>A standard plan was assigned to the company by invoice.</summary>
    [JsonStringEnumMemberName("manage_plan")]
    ManagePlan,
}
