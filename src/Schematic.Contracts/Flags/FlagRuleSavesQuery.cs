using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>Filter and page of <c>GET /flags/{flag_id}/rules/history</c> and its count.</summary>
public sealed record FlagRuleSavesQuery : Page
{
    /// <summary>Only the save with this number; null does not filter.</summary>
    public long? Version { get; init; }
}
