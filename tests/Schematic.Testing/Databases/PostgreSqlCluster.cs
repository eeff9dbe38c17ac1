using System.Globalization;
using Npgsql;
using Schematic.Testing.Processes;

namespace Schematic.Testing.Databases;

/// <summary>
/// A private PostgreSQL for one test process: made on first use, thrown away at the end. <c>TEST_POSTGRES</c>, a
/// connection string with the right to create databases, names one that runs already.
/// </summary>
public static class PostgreSqlCluster
{
    private const string Variable = "TEST_POSTGRES";

    private const string Missing =
        "PostgreSQL is not installed, and these tests run on it. Install it (Debian, Ubuntu: apt-get install postgresql), "
        + $"or set {Variable} to a connection string with the right to create databases.";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>A connection string to the cluster's maintenance database.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } running)
            return running;

        var bin = FindBinaries() ?? throw new InvalidOperationException(Missing);
        var folder = Directory.CreateTempSubdirectory("schematic-pg-").FullName;
        var data = Path.Combine(folder, "data");
        // PostgreSQL refuses to run as root; Debian's package brings a user for it.
        string[] user =
            Environment.UserName == "root"
                ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
                : [];
        if (user.Length > 0)
            await ChildProcess.RunAsync(["chown", "postgres:", folder], CancellationToken.None);

        // English sorting rules, as most installations have them: a query that leans on the database's own order shows
        // here.
        await ChildProcess.RunAsync(
            [
                .. user,
                Path.Combine(bin, "initdb"),
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
            CancellationToken.None
        );

        var port = FreePort.Next();
        var server = ChildProcess.Start(
            [
                .. user,
                Path.Combine(bin, "postgres"),
                "-D",
                data,
                "-p",
                port.ToString(CultureInfo.InvariantCulture),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=300",
                // Nothing here is worth keeping.
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
            ],
            lastSignal: "QUIT"
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Directory.Delete(folder, recursive: true);
        };

        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "postgres",
            Database = "postgres",
            Pooling = false,
        }.ConnectionString;
        await Poll.UntilAsync(
            "PostgreSQL to accept connections",
            TimeSpan.FromSeconds(30),
            () => ProbeAsync(connection, server),
            CancellationToken.None
        );
        return connection;
    }

    private static async Task<string?> ProbeAsync(string connection, ChildProcess server)
    {
        if (server.HasExited)
            throw new InvalidOperationException($"PostgreSQL did not start:\n{server.Output}");
        try
        {
            await using var probe = new NpgsqlConnection(connection);
            await probe.OpenAsync();
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
