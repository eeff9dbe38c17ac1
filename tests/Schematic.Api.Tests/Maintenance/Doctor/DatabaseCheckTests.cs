using Schematic.Api.Maintenance.Doctor;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Maintenance.Doctor;

public abstract class DatabaseCheckTests(DatabaseProvider provider)
{
    [Fact]
    public async Task A_server_at_work_is_well_and_is_not_disturbed()
    {
        await using var server = await ApiServer.StartAsync(provider);

        var lines = await CommandRun.SucceedAsync(server.DatabaseSettings, "doctor");

        Assert.DoesNotContain("wrong", lines, StringComparison.Ordinal);
        Assert.Matches(
            $"(?m)^ok       database     {(provider == DatabaseProvider.Sqlite ? "SQLite" : "PostgreSQL")} ",
            lines
        );
        Assert.Matches("(?m)^ok       schema       It is that of this version.$", lines);
        Assert.Matches("(?m)^ok       clock        This machine ", lines);
        Assert.Empty(server.Logs.Errors);
    }

    [Fact]
    public async Task Nothing_is_made_where_there_is_nothing_yet()
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        var lines = await CommandRun.SucceedAsync(database.Settings, "doctor");

        Assert.Contains("the first start makes", lines, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(database.DataPath));
    }

    [Fact]
    public async Task A_newer_schema_is_wrong()
    {
        await using var server = await ApiServer.StartAsync(provider);
        await StoreRows.ExecuteAsync(
            server,
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '10.0.0')"
        );

        var run = await CommandRun.StartAsync(server.DatabaseSettings, "doctor");

        Assert.Equal(1, run.Code);
        Assert.Matches(
            "(?m)^wrong    schema       [A-Za-z:]+: the database at .* was made by a newer version",
            run.Output
        );
    }
}

public sealed class DatabaseCheckTestsOnSqlite() : DatabaseCheckTests(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task A_clock_that_is_behind_what_is_stored_is_wrong()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await StoreRows.ExecuteAsync(
            server,
            """
            INSERT INTO events
                (id, environment_seq, event_type, status, body, quantity, clock, captured_at, received_at)
            VALUES ('evt_x', 1, 'track', 0, '{}', 1, 0, 4102444800000000, 4102444800000000)
            """
        );

        var run = await CommandRun.StartAsync(server.DatabaseSettings, "doctor");

        Assert.Equal(1, run.Code);
        Assert.Matches("(?m)^wrong    clock        .* the newest event came at 2100-01-01", run.Output);
    }
}

public sealed class DatabaseCheckTestsOnPostgreSql() : DatabaseCheckTests(DatabaseProvider.PostgreSql)
{
    [Theory]
    [InlineData(0.5, "Ok")]
    [InlineData(-1.9, "Ok")]
    [InlineData(-5, "Warning")]
    [InlineData(61, "Wrong")]
    [InlineData(-3600, "Wrong")]
    public void Clocks_must_agree(double seconds, string health) =>
        Assert.Equal(health, DatabaseCheck.Clock(TimeSpan.FromSeconds(seconds)).Health.ToString());

    [Fact]
    public async Task A_database_that_is_away_is_wrong_and_a_replica_that_is_away_a_warning()
    {
        var nowhere = $"Host=127.0.0.1;Port={FreePort.Next()};Database=x;Username=x;Password=geheim";
        var run = await CommandRun.StartAsync(
            new Dictionary<string, string>
            {
                ["Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:Schematic"] = nowhere,
                ["ConnectionStrings:SchematicReadOnly"] = nowhere,
            },
            "doctor"
        );

        Assert.Equal(1, run.Code);
        Assert.Matches(
            "(?m)^wrong    database     ConnectionStrings:Schematic: PostgreSQL at 127.0.0.1:[0-9]+ does not answer",
            run.Output
        );
        Assert.Matches("(?m)^warning  replica      It cannot be reached: Failed to connect", run.Output);
        Assert.DoesNotContain("geheim", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_that_is_none_is_a_warning()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.PostgreSql);

        var lines = await CommandRun.SucceedAsync(
            new Dictionary<string, string>(server.DatabaseSettings)
            {
                ["ConnectionStrings:SchematicReadOnly"] = server.DatabaseSettings["ConnectionStrings:Schematic"],
            },
            "doctor"
        );

        Assert.Matches("(?m)^warning  replica      It is no replica", lines);
    }
}
