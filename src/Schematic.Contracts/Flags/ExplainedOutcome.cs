using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Result of a rule or a condition in an explained check.</summary>
public enum ExplainedOutcome
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Everything that was asked for holds.</summary>
    [JsonStringEnumMemberName("matched")]
    Matched,

    /// <summary>Something that was asked for does not hold.</summary>
    [JsonStringEnumMemberName("not_matched")]
    NotMatched,

    /// <summary>Not tried, because another rule had decided.</summary>
    [JsonStringEnumMemberName("not_reached")]
    NotReached,
}
