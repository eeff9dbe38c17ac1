using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>State of an event's processing.</summary>
public enum EventStatus
{
    /// <summary>State that is not known, or a value that this version does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>Company and user are found; the event has not counted yet.</summary>
    [JsonStringEnumMemberName("enriched")]
    Enriched,

    /// <summary>Refused or impossible to process; <c>error_message</c> says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Received and durable, not processed yet.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>Counted, with all its effects.</summary>
    [JsonStringEnumMemberName("processed")]
    Processed,
}
