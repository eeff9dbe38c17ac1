namespace Schematic.Gateway.Http;

/// <summary>The caller and the environment of a gateway's calls. One per circuit or request, never shared.</summary>
public sealed record GatewaySession
{
    /// <summary>Secret sent as <c>X-Schematic-Api-Key</c>.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Sent as <c>X-Schematic-Environment-Id</c> for a key that belongs to no environment.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>
    /// Session token of the signed-in member; the server accepts it only together with the console's own key.
    /// </summary>
    public string? SessionToken { get; init; }
}
