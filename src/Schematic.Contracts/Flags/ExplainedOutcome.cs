using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Wire values: matched, not_matched, not_reached. <c>Unknown</c> is a value a newer server sent.</summary>
public enum ExplainedOutcome
{
    Unknown = 0,

    [JsonStringEnumMemberName("matched")]
    Matched,

    [JsonStringEnumMemberName("not_matched")]
    NotMatched,

    /// <summary>Another rule decided before.</summary>
    [JsonStringEnumMemberName("not_reached")]
    NotReached,
}
