using Schematic.Contracts.ApiKeys;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Sdk;

/// <summary>The API alone, in a process of its own, for the SDKs of a class.</summary>
public sealed class ApiProcess : IAsyncLifetime
{
    private ServerProcess? _server;

    public ServerProcess Server => _server ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>As the settings of an SDK name the server.</summary>
    public string Address => Server.ApiAddress.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync() =>
        _server = await ServerProcess.StartAsync(ServerProgram.Api, DatabaseProvider.Sqlite);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A new key of Production that browsers may have.</summary>
    public async Task<string> PublishableKeyAsync(CancellationToken cancellationToken)
    {
        using var console = Server.Gateway(Keys.Console);
        using var production = Server.Gateway();
        return (
            await console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = "Shop",
                    EnvironmentId = (await production.ApiKeys.WhoAmIAsync(cancellationToken)).Data.EnvironmentId,
                },
                cancellationToken
            )
        )
            .Data
            .Id;
    }
}
