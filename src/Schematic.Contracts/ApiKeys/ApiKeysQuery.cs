using Schematic.Contracts.Wire;

namespace Schematic.Contracts.ApiKeys;

public sealed record ApiKeysQuery : Page
{
    public string? EnvironmentId { get; init; }

    /// <summary>True lists only keys that belong to an environment.</summary>
    public required bool RequireEnvironment { get; init; }
}
