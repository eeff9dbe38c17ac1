using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Browser;

/// <summary>
/// One console with its API, in a process of its own, for all tests of a class; three environments and an admin.
/// </summary>
public class ConsoleFixture : IAsyncLifetime
{
    private ServerProcess? _server;

    public ServerProcess Server => _server ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>The id of the environment that a key belongs to.</summary>
    public async Task<string> EnvironmentOfAsync(string apiKey) =>
        Assert
            .Single(
                (await Server.Gateway(apiKey).ApiKeys.WhoAmIAsync(TestContext.Current.CancellationToken))
                    .Data
                    .Environments
            )
            .Id;

    protected virtual ApiServerOptions Options => new();

    public virtual async ValueTask InitializeAsync() =>
        _server = await ServerProcess.StartAsync(ServerProgram.Console, DatabaseProvider.Sqlite, Options);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>A console nobody has set up yet.</summary>
public sealed class BlankConsoleFixture : ConsoleFixture
{
    protected override ApiServerOptions Options => ApiServerOptions.Blank;
}
