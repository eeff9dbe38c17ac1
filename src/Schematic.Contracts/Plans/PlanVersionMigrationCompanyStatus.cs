using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Progress of a migration for one company.</summary>
public enum PlanVersionMigrationCompanyStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The company was moved.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>The company could not be moved, and is still on its version.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The company has yet to be moved.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>The company was excluded or had left the versions that are moved from.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,
}
