namespace Schematic.Gateway.Http;

/// <summary>Request headers that the gateway sends.</summary>
public static class GatewayHeaders
{
    public const string ApiKey = "X-Schematic-Api-Key";
    public const string EnvironmentId = "X-Schematic-Environment-Id";
    public const string IfMatch = "If-Match";
    public const string Session = "X-Schematic-Session";
}
