using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>State of a version of a plan.</summary>
public enum PlanVersionStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Replaced by a later version; companies on it stay until they are migrated.</summary>
    [JsonStringEnumMemberName("archived")]
    Archived,

    /// <summary>Being edited; no company can be on it.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>Assigned to companies that get the plan; a plan has at most one such version.</summary>
    [JsonStringEnumMemberName("published")]
    Published,
}
