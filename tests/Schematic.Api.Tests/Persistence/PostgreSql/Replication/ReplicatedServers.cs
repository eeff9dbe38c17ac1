using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql.Replication;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Replication;

/// <summary>Two servers over one PostgreSQL: one lists from its streaming replica, the other knows of none.</summary>
public sealed class ReplicatedServers : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private StreamingReplica? _pair;
    private ApiServer? _server;
    private ApiServer? _other;
    private (string Primary, string Replica) _addresses;

    public StreamingReplica Pair => _pair ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>The server with a replica.</summary>
    public ApiServer Server => _server ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>Another instance, which the first hears of by the feed of changes only.</summary>
    public ApiServer Other => _other ?? throw new InvalidOperationException("The fixture is not initialised.");

    /// <summary>Clock of <see cref="Server"/>: it stands still, and with it what is written now and then.</summary>
    public TestClock Clock { get; } = new();

    internal IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    public async ValueTask InitializeAsync()
    {
        _pair = await StreamingReplica.StartAsync(CancellationToken.None);
        _addresses = await _pair.CreateDatabaseAsync(CancellationToken.None);
        _other = await StartAsync(new ApiServerOptions(), replica: null);
        _server = await StartAsync(new ApiServerOptions { Clock = Clock }, _addresses.Replica);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var disposable in new IAsyncDisposable?[] { _server, _other, _pair })
            if (disposable is not null)
                await disposable.DisposeAsync();
    }

    /// <summary>Another server over the same primary.</summary>
    public Task<ApiServer> StartAsync(ApiServerOptions options, string? replica) =>
        ApiServer.StartAsync(
            DatabaseProvider.PostgreSql,
            options with
            {
                Settings = new Dictionary<string, string?>
                {
                    ["ConnectionStrings:Schematic"] = _addresses.Primary,
                    ["ConnectionStrings:SchematicReadOnly"] = replica,
                    // Says why a list was not read from the replica.
                    [$"Logging:LogLevel:{typeof(ReplicatedDatabase).Namespace}"] = "Debug",
                },
            }
        );

    /// <summary>Runs a statement on the primary, of which nobody is told.</summary>
    public Task<object?> ExecuteAsync(string sql) =>
        Pair.Primary.ExecuteAsync(
            sql,
            TestContext.Current.CancellationToken,
            new Npgsql.NpgsqlConnectionStringBuilder(_addresses.Primary).Database
        );

    public async Task<int> EnvironmentSeqAsync(string name)
    {
        await using var db = Database.OpenAccount();
        return await db
            .Environments.Where(row => row.Name == name)
            .Select(row => row.Seq)
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the replica is used for everything.</summary>
    public Task SettleAsync() =>
        Poll.UntilAsync(
            "lists to be read from the replica",
            Patience,
            async () =>
                await IsReplicaAsync(Database, SchematicDb.AccountSeq, ListedRows.OfAccount)
                    ? null
                    : Server.Logs.ToString(),
            TestContext.Current.CancellationToken
        );

    /// <summary>Whether a list is read from a replica.</summary>
    internal static Task<bool> IsReplicaAsync(IDatabase database, int environmentSeq, ListedRows rows) =>
        database.ListAsync(
            environmentSeq,
            rows,
            static (db, token) => db.ScalarAsync<bool>(new SqlText($"SELECT pg_is_in_recovery()"), token),
            TestContext.Current.CancellationToken
        );

    internal static int Warnings(ApiServer server) =>
        server.Logs.Lines.Count(static line =>
            line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning
            && line.Category == typeof(ReplicaWatch).FullName
        );
}
