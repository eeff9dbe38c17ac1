using System.Globalization;
using Npgsql;
using Schematic.Testing.Processes;

namespace Schematic.Testing.Databases;

/// <summary>A server of PostgreSQL in a folder of its own, which keeps nothing that is worth keeping.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Missing =
        "PostgreSQL is not installed, and these tests run on it. "
        + "Install it (Debian, Ubuntu: apt-get install postgresql), "
        + "or set TEST_POSTGRES to a connection string with the right to create databases.";

    private static readonly Lazy<string> Binaries = new(() =>
        FindBinaries() ?? throw new InvalidOperationException(Missing)
    );

    private readonly string _folder;
    private readonly int _port = FreePort.Next();
    private ChildProcess? _process;

    private PostgreSqlServer(string folder) => _folder = folder;

    /// <summary>A connection string to the maintenance database.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _port,
            Username = "postgres",
            Database = "postgres",
            Pooling = false,
        }.ConnectionString;

    private string Data => Path.Combine(_folder, "data");

    // PostgreSQL refuses to run as root; Debian's package brings a user for it.
    private static string[] AsUser =>
        Environment.UserName == "root"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
            : [];

    /// <summary>A server with an empty cluster.</summary>
    public static Task<PostgreSqlServer> CreateAsync(CancellationToken cancellationToken) =>
        // English sorting rules, as most installations have them: a query that leans on the database's own order shows
        // here.
        CreateAsync(
            data =>
                [
                    "initdb",
                    "-D",
                    data,
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=en-US",
                    "--no-sync",
                    "--no-instructions",
                ],
            cancellationToken
        );

    /// <summary>A streaming replica of this server.</summary>
    public Task<PostgreSqlServer> CreateReplicaAsync(CancellationToken cancellationToken) =>
        CreateAsync(
            data =>
                [
                    "pg_basebackup",
                    "-D",
                    data,
                    "-h",
                    "127.0.0.1",
                    "-p",
                    _port.ToString(CultureInfo.InvariantCulture),
                    "-U",
                    "postgres",
                    "--write-recovery-conf",
                    "--checkpoint=fast",
                    "--no-sync",
                ],
            cancellationToken
        );

    /// <summary>Starts it, after <see cref="StopAsync"/> on the same port and with what it had stored.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = ChildProcess.Start(
            [
                .. AsUser,
                Path.Combine(Binaries.Value, "postgres"),
                "-D",
                Data,
                "-p",
                _port.ToString(CultureInfo.InvariantCulture),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=600",
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
            ],
            lastSignal: "QUIT"
        );
        await Poll.UntilAsync(
            "PostgreSQL to accept connections",
            TimeSpan.FromSeconds(30),
            () => ProbeAsync(_process, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Where a program of PostgreSQL is, like <c>pg_dump</c>.</summary>
    public static string PathTo(string program) => Path.Combine(Binaries.Value, program);

    /// <summary>Ends it at once, with every connection to it.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
    }

    /// <summary>Runs a statement in a database.</summary>
    public async Task<object?> ExecuteAsync(string sql, CancellationToken cancellationToken, string? database = null)
    {
        var address = new NpgsqlConnectionStringBuilder(ConnectionString);
        if (database is not null)
            address.Database = database;
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<PostgreSqlServer> CreateAsync(
        Func<string, string[]> fill,
        CancellationToken cancellationToken
    )
    {
        var server = new PostgreSqlServer(Directory.CreateTempSubdirectory("schematic-pg-").FullName);
        try
        {
            if (AsUser.Length > 0)
                await ChildProcess.RunAsync(["chown", "postgres:", server._folder], cancellationToken);
            var command = fill(server.Data);
            command[0] = Path.Combine(Binaries.Value, command[0]);
            await ChildProcess.RunAsync([.. AsUser, .. command], cancellationToken);
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task<string?> ProbeAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        if (process.HasExited)
            throw new InvalidOperationException($"PostgreSQL did not start:\n{process.Output}");
        try
        {
            await using var probe = new NpgsqlConnection(ConnectionString);
            await probe.OpenAsync(cancellationToken);
            return null;
        }
        catch (NpgsqlException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Debian keeps the server's programs, version by version, off the PATH.</summary>
    private static string? FindBinaries()
    {
        const string Debian = "/usr/lib/postgresql";
        var versioned = Directory.Exists(Debian)
            ? Directory
                .GetDirectories(Debian)
                .OrderByDescending(static folder =>
                    int.TryParse(Path.GetFileName(folder), out var version) ? version : 0
                )
                .Select(static folder => Path.Combine(folder, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versioned
            .Concat(onPath)
            .FirstOrDefault(static folder =>
                File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"))
            );
    }
}
