using System.Text.Json.Serialization;

namespace Schematic.Dashboard.AuditLog;

/// <summary>Whether a request did what it was to.</summary>
public enum AuditOutcome
{
    /// <summary>Any value that this version does not know.</summary>
    Unknown = 0,

    /// <summary>It did, or nobody knows the answer.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>It was refused, or failed.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
