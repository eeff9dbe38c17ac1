using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Sessions;

/// <summary>Sessions that have open pages in a console.</summary>
public sealed record FindEndedSessionsRequestBody
{
    /// <summary>Greatest number of sessions to ask about at once.</summary>
    public const int MaxCount = 500;

    /// <summary>SHA-256 of each session's token in hexadecimal digits, at most 500.</summary>
    [MaxLength(MaxCount)]
    public required IReadOnlyList<string> TokenHashes { get; init; }
}
