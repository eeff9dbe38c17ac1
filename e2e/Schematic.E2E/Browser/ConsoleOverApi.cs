using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Browser;

/// <summary>The API and the console in a process each, so that the one can be gone while the other goes on.</summary>
public sealed class ConsoleOverApi : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("schematic-console-");
    private ServerProcess? _api;
    private ConsoleProcess? _console;

    public ServerProcess Api => _api ?? throw new InvalidOperationException("The fixture is not initialised.");

    public Uri ConsoleAddress =>
        _console?.Address ?? throw new InvalidOperationException("The fixture is not initialised.");

    public async ValueTask InitializeAsync()
    {
        _api = await ServerProcess.StartAsync(ServerProgram.Api, DatabaseProvider.Sqlite);
        _console = await ConsoleProcess.StartAsync(
            _data.FullName,
            new("Gateway:BaseUrl", _api.ApiAddress.ToString()),
            new("Console:Key", ApiKeys.Console)
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
            await _console.DisposeAsync();
        if (_api is not null)
            await _api.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
