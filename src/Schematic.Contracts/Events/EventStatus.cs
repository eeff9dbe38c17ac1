using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Wire values: enriched, failed, pending, processed, unknown.</summary>
public enum EventStatus
{
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    [JsonStringEnumMemberName("enriched")]
    Enriched,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("processed")]
    Processed,
}
