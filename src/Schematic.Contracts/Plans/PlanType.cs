using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Role of a plan beside a company's other plans.</summary>
public enum PlanType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>An addition to a plan; a company may have any number.</summary>
    [JsonStringEnumMemberName("add_on")]
    AddOn,

    /// <summary>A base plan; a company has at most one.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,
}
