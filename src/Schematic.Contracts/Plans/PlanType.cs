using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Wire values: add_on, plan. <c>Unknown</c> is a value a newer server sent.</summary>
public enum PlanType
{
    Unknown = 0,

    [JsonStringEnumMemberName("add_on")]
    AddOn,

    [JsonStringEnumMemberName("plan")]
    Plan,
}
