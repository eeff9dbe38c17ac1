using Schematic.Testing.Databases;

namespace Schematic.Testing.Hosting;

/// <summary>
/// One server for all tests of a class. A topic is an abstract class that takes an <see cref="ApiFixture"/>, and two
/// sealed classes that run it on <see cref="SqliteApi"/> and on <see cref="PostgreSqlApi"/>.
/// </summary>
public abstract class ApiFixture(DatabaseProvider provider) : IAsyncLifetime
{
    private ApiServer? _server;

    public DatabaseProvider Provider => provider;

    public ApiServer Server => _server ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>What the servers of this topic are started with.</summary>
    protected virtual ApiServerOptions Options => new();

    public async ValueTask InitializeAsync() => _server = await ApiServer.StartAsync(provider, Options);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // xunit disposes of a fixture whose start has failed, too.
        if (_server is not null)
            await _server.DisposeAsync();
        _server = null;
    }
}

public sealed class SqliteApi() : ApiFixture(DatabaseProvider.Sqlite);

public sealed class PostgreSqlApi() : ApiFixture(DatabaseProvider.PostgreSql);
