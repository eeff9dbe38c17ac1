using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Sessions;

namespace Schematic.Contracts.Setup;

/// <summary>The first environment and its first API key; the secret is shown this once.</summary>
public sealed record SetupResponseData
{
    public required EnvironmentResponseData Environment { get; init; }

    public required ApiKeyCreateResponseData ApiKey { get; init; }

    public required SessionResponseData Session { get; init; }
}
