using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Wire values: custom_plan, manage_plan. <c>Unknown</c> is a value a newer server sent.</summary>
public enum PlanBillingSource
{
    Unknown = 0,

    [JsonStringEnumMemberName("custom_plan")]
    CustomPlan,

    [JsonStringEnumMemberName("manage_plan")]
    ManagePlan,
}
