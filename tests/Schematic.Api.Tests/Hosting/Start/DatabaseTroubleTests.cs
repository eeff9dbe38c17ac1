using Npgsql;
using Schematic.Api.Tests.Persistence;
using Schematic.Testing.Databases;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Hosting.Start;

/// <summary>A PostgreSQL that a server cannot use, as the programs say it when they are started.</summary>
public sealed class DatabaseTroubleTests(GuardedPostgreSql guarded) : IClassFixture<GuardedPostgreSql>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schematic-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task One_that_does_not_answer_is_named()
    {
        var port = FreePort.Next();
        return ExpectAsync(
            address => address.Port = port,
            $"PostgreSQL at 127.0.0.1:{port} does not answer (Connection refused). Start it, or correct Host and Port."
        );
    }

    [Fact]
    public Task A_host_that_nobody_knows_is_named() =>
        ExpectAsync(
            static address => address.Host = "nowhere.invalid",
            $"PostgreSQL at nowhere.invalid:{guarded.Port} does not answer ("
        );

    [Fact]
    public Task A_wrong_password_is_named_and_not_said() =>
        ExpectAsync(
            static address => address.Password = "geheim",
            $"PostgreSQL at 127.0.0.1:{guarded.Port} refuses the password of \"{guarded.User}\". "
                + "Correct Username and Password."
        );

    [Fact]
    public Task A_missing_password_is_named() =>
        ExpectAsync(
            static address => address.Password = null,
            $"PostgreSQL at 127.0.0.1:{guarded.Port} cannot be used (No password has been provided"
        );

    [Fact]
    public Task A_database_that_is_not_there_is_named() =>
        ExpectAsync(
            static address => address.Database = "nosuch",
            $"PostgreSQL at 127.0.0.1:{guarded.Port} has no database \"nosuch\". "
                + $"Make it (CREATE DATABASE nosuch OWNER {guarded.User}), or correct Database."
        );

    [Fact]
    public Task A_role_that_may_make_nothing_is_told_what_it_needs() =>
        ExpectAsync(
            static _ => { },
            $"\"{guarded.User}\" may not make tables and extensions in \"postgres\" of PostgreSQL at"
        );

    [Fact]
    public async Task A_version_that_is_too_old_is_named()
    {
        var version = (string)(await guarded.ExecuteAsync("SHOW server_version"))!;
        await using var relay = TcpRelay.StartTo(
            guarded.ConnectionString,
            (Said($"server_version\0{version[..2]}"), Said("server_version\012"))
        );

        await ExpectAsync(address => address.Port = relay.Port, $"PostgreSQL at 127.0.0.1:{relay.Port} is version 12.");

        static byte[] Said(string text) => System.Text.Encoding.ASCII.GetBytes(text);
    }

    private async Task ExpectAsync(Action<NpgsqlConnectionStringBuilder> change, string words)
    {
        var address = new NpgsqlConnectionStringBuilder(guarded.ConnectionString);
        change(address);

        var refused = await RefusedStart.BothAsync(
            ("Data:Path", _folder),
            ("Database:Provider", "PostgreSql"),
            ("ConnectionStrings:Schematic", address.ConnectionString)
        );

        Assert.All(
            refused,
            one =>
            {
                var reason = Assert.Single(one.Reasons);
                Assert.StartsWith($"ConnectionStrings:Schematic: {words}", reason, StringComparison.Ordinal);
                Assert.DoesNotContain("geheim", reason, StringComparison.Ordinal);
            }
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }
}

/// <summary>The cluster of these tests, with a role that needs a password and owns nothing.</summary>
public sealed class GuardedPostgreSql : IAsyncLifetime
{
    private string _cluster = "";
    private string _file = "";
    private string _rules = "";

    public string User { get; } = $"guarded_{Guid.NewGuid():n}";

    public int Port => new NpgsqlConnectionStringBuilder(_cluster).Port;

    /// <summary>By which the role gets in.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_cluster) { Username = User, Password = "open sesame" }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _cluster = await PostgreSqlCluster.ConnectionStringAsync();
        await ExecuteAsync($"CREATE ROLE {User} LOGIN PASSWORD 'open sesame'");
        _file = (string)(await ExecuteAsync("SHOW hba_file"))!;
        _rules = (string)(await ExecuteAsync($"SELECT pg_read_file('{_file}')"))!;
        await RuleAsync($"host all {User} 127.0.0.1/32 scram-sha-256\n{_rules}");
    }

    public async ValueTask DisposeAsync()
    {
        await RuleAsync(_rules);
        await ExecuteAsync($"DROP ROLE {User}");
    }

    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    // But for comments, whose tabs would be written as something else.
    private async Task RuleAsync(string rules)
    {
        var lines = rules.Split('\n').Where(static line => line.Length > 0 && char.IsAsciiLetter(line[0]));
        await ExecuteAsync(
            $"COPY (SELECT unnest(ARRAY[{string.Join(", ", lines.Select(static line => $"'{line}'"))}])) TO '{_file}'"
        );
        await ExecuteAsync("SELECT pg_reload_conf()");
    }
}
