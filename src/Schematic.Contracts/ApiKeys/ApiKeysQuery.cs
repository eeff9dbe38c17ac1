using Schematic.Contracts.Wire;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Filters and page of <c>GET /api-keys</c> and its count.</summary>
public sealed record ApiKeysQuery : Page
{
    /// <summary>Only keys of this environment, <c>env_…</c>; null does not filter.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>True lists only keys that belong to an environment.</summary>
    public required bool RequireEnvironment { get; init; }
}
