using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Progress of a migration.</summary>
public enum PlanVersionMigrationStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>All companies have been dealt with.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>Stopped by an error; companies already moved stay moved.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Companies are being moved.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress,

    /// <summary>Waiting to begin.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,
}
