using Schematic.Gateway;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>Makes gateways; all of them share one pool of connections.</summary>
/// <param name="transport">What carries the calls; left out, a pool of sockets.</param>
internal sealed class GatewayFactory(GatewayTarget target, HttpMessageHandler? transport = null) : IDisposable
{
    private readonly HttpMessageHandler _transport =
        transport
        ?? new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };

    /// <param name="sessionToken">The signed-in member's; null before sign-in.</param>
    /// <param name="environmentId">
    /// The environment the calls speak of; null for the account's own (environments, sessions).
    /// </param>
    public SchematicGateway Create(string? sessionToken, string? environmentId = null) =>
        new(
            target.BaseAddress,
            new GatewaySession
            {
                ApiKey = target.Key,
                SessionToken = sessionToken,
                EnvironmentId = environmentId,
            },
            _transport
        );

    public void Dispose() => _transport.Dispose();
}
