using System.Globalization;
using Npgsql;
using Schematic.Testing.Processes;

namespace Schematic.Testing.Databases;

/// <summary>
/// PgBouncer before a PostgreSQL, pooling by transaction: two statements outside a transaction may reach two sessions.
/// </summary>
public sealed class TransactionPooler : IAsyncDisposable
{
    private const string Program = "/usr/sbin/pgbouncer";
    private readonly ChildProcess _process;
    private readonly string _folder;

    private TransactionPooler(ChildProcess process, string folder, string connectionString) =>
        (_process, _folder, ConnectionString) = (process, folder, connectionString);

    /// <summary>Leads to the same database, through the pooler.</summary>
    public string ConnectionString { get; }

    public static async Task<TransactionPooler> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (!File.Exists(Program))
            throw new InvalidOperationException(
                "PgBouncer is not installed, and these tests run on it. "
                    + "Install it (Debian, Ubuntu: apt-get install pgbouncer)."
            );
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var folder = Directory.CreateTempSubdirectory("schematic-pooler-").FullName;
        var port = FreePort.Next();
        var settings = Path.Combine(folder, "pgbouncer.ini");
        await File.WriteAllTextAsync(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                [databases]
                * = host={database.Host} port={database.Port} user={database.Username}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 8
                max_client_conn = 500
                """
            ),
            cancellationToken
        );
        var process = ChildProcess.Start(
            [.. await UserAsync(folder, cancellationToken), Program, settings],
            lastSignal: "INT"
        );
        var through = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = port };
        var pooler = new TransactionPooler(process, folder, through.ConnectionString);
        await Poll.UntilAsync(
            "PgBouncer to accept connections",
            TimeSpan.FromSeconds(20),
            () => pooler.ProbeAsync(cancellationToken),
            cancellationToken
        );
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // PgBouncer refuses to run as root.
    private static async Task<string[]> UserAsync(string folder, CancellationToken cancellationToken)
    {
        if (Environment.UserName != "root")
            return [];
        await ChildProcess.RunAsync(["chown", "-R", "postgres:", folder], cancellationToken);
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"];
    }

    private async Task<string?> ProbeAsync(CancellationToken cancellationToken)
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"PgBouncer did not start:\n{_process.Output}");
        try
        {
            await using var probe = new NpgsqlConnection($"{ConnectionString};Pooling=false");
            await probe.OpenAsync(cancellationToken);
            return null;
        }
        catch (NpgsqlException failure)
        {
            return failure.Message;
        }
    }
}
