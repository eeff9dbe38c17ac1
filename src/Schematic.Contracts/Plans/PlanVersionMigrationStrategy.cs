using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Treatment of companies on earlier versions of a plan.</summary>
public enum PlanVersionMigrationStrategy
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>They are moved to the new version at once, but for those excluded.</summary>
    [JsonStringEnumMemberName("immediate")]
    Immediate,

    /// <summary>They stay on their versions.</summary>
    [JsonStringEnumMemberName("leave")]
    Leave,
}
