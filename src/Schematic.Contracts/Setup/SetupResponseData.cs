using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Sessions;

namespace Schematic.Contracts.Setup;

/// <summary>The environment, API key and session that set-up made.</summary>
public sealed record SetupResponseData
{
    /// <summary>The first environment.</summary>
    public required EnvironmentResponseData Environment { get; init; }

    /// <summary>The first API key, with its secret, which is shown only here.</summary>
    public required ApiKeyCreateResponseData ApiKey { get; init; }

    /// <summary>Session of the first admin, who is signed in.</summary>
    public required SessionResponseData Session { get; init; }
}
