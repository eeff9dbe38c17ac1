using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

public sealed class PostgreSqlDatabaseTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task While_the_database_is_down_every_operation_says_so_and_afterwards_works_again()
    {
        await using var relay = TcpRelay.StartTo(
            Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString
        );
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.PostgreSql,
            new ApiServerOptions { Settings = relay.Settings }
        );
        var domain = Unique("acme.example");
        var body = System.Text.Encoding.UTF8.GetBytes($$$"""{"keys":{"domain":"{{{domain}}}"}}""");
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("POST", "/companies", body, Keys.Production)).Status);

        relay.Cut();

        foreach (
            var (method, path, json) in new[]
            {
                ("GET", "/companies", null),
                ("POST", "/companies", body),
                ("GET", "/companies/count", null),
                ("GET", "/whoami", null),
                ("GET", "/health/ready", null),
            }
        )
        {
            var answer = await server.SendAsync(method, path, json, Keys.Production);
            Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable, $"{path}: {answer.Status} {answer.Text}");
            AssertSentence(answer.Error);
        }

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/health/live", null, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.SendAsync("GET", "/companies", null, "wrong")).Status);
        relay.Start();
        await Poll.UntilAsync(
            "the server to find its database again",
            Patience,
            async () => await WorksAsync(server),
            Cancellation
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await server.SendAsync("GET", $"/companies/lookup?domain={domain}", null, Keys.Production)).Status
        );
        Assert.DoesNotContain(
            server.Logs.Errors,
            static line => line.Message.EndsWith("failed", StringComparison.Ordinal)
        );
    }

    // What a database says to its clients when it is told to shut down.
    [Fact]
    public async Task Sessions_that_the_database_ends_cost_at_most_an_answer_503()
    {
        var connection = Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync("GET", "/companies")));

        await using (
            var admin = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString
            )
        )
        {
            await admin.OpenAsync(Cancellation);
            await using var command = new NpgsqlCommand(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
                admin
            );
            Assert.True((long)(await command.ExecuteScalarAsync(Cancellation))! > 0);
        }

        for (var i = 0; i < 10; i++)
            Assert.True(
                (await SendAsync("GET", "/companies")).Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable
            );
        await Poll.UntilAsync(
            "the server to connect again",
            Patience,
            async () => await WorksAsync(Server),
            Cancellation
        );
    }

    // A plan is kept, and the table it was made for grows.
    [Fact]
    public async Task A_write_goes_through_indexes_even_while_the_tables_are_empty()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.PostgreSql);
        var plan = await server
            .Services.GetRequiredService<IDatabase>()
            .WriteAsync(
                1,
                async (db, token) =>
                {
                    var lines = new List<string>();
                    foreach (
                        var statement in EntityReader
                            .Select(db, new SqlText($"IN (SELECT 1 UNION ALL SELECT 2)"))
                            .ToString()
                            .Split(';')
                    )
                        lines.AddRange(await ExplainAsync(db, statement, token));
                    return string.Join('\n', lines);
                },
                Cancellation
            );

        Assert.Matches("Scan (using|on) pk_entities ", plan);
        Assert.Matches("Scan (using|on) pk_entity_keys ", plan);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_that_start_at_once_on_one_empty_database_fill_it_once()
    {
        await using var empty = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        var options = new ApiServerOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["ConnectionStrings:Schematic"] = empty.Settings["ConnectionStrings:Schematic"],
            },
        };

        var servers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => ApiServer.StartAsync(DatabaseProvider.PostgreSql, options))
        );

        try
        {
            var environments = new HashSet<string>();
            foreach (var server in servers)
                environments.Add(
                    (await server.SendAsync("GET", "/whoami", null, Keys.Production))
                        .Data.GetProperty("environment_id")
                        .GetString()!
                );
            Assert.Single(environments);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private static async Task<string?> WorksAsync(ApiServer server) =>
        (await server.SendAsync("GET", "/companies", null, Keys.Production)) is { Status: not HttpStatusCode.OK } answer
            ? answer.Text
            : null;

    // Of the parameters only that there are some matters for the plan.
    private static Task<List<string>> ExplainAsync(
        SchematicDb db,
        string statement,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText($"EXPLAIN {new SqlLiteral(Regex.Replace(statement, "@p[0-9]+", "1"))}"),
            static row => row.GetString(0),
            cancellationToken
        );
}
