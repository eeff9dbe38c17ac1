namespace Schematic.Gateway.Http;

/// <summary>Request headers that the gateway sends.</summary>
public static class GatewayHeaders
{
    public const string ApiKey = "X-Schematic-Api-Key";
    public const string EnvironmentId = "X-Schematic-Environment-Id";
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";
    public const string Session = "X-Schematic-Session";

    /// <summary>Value of <see cref="IfNoneMatch"/> in a write: nothing may be there yet.</summary>
    public const string Any = "*";
}
