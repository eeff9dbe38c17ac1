namespace Schematic.Contracts.Sessions;

/// <summary>Sessions that were asked about and are over.</summary>
public sealed record EndedSessionsResponseData
{
    /// <summary>The hashes that belong to no session that stands.</summary>
    public required IReadOnlyList<string> TokenHashes { get; init; }
}
