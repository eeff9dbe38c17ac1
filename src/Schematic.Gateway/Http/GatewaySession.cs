namespace Schematic.Gateway.Http;

/// <summary>Whose calls these are and which environment they speak of. One per circuit or request, never shared.</summary>
public sealed record GatewaySession
{
    /// <summary>The secret sent as <c>X-Schematic-Api-Key</c>.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Sent as <c>X-Schematic-Environment-Id</c> for a key that belongs to no environment.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>The signed-in member's session token; the server believes it only beside the console's own key.</summary>
    public string? SessionToken { get; init; }
}
