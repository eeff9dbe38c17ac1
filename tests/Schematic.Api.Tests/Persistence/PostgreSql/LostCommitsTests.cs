using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

/// <summary>The connection to the database breaks while a change is committed.</summary>
public sealed class LostCommitsTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    private const int Rounds = 8;

    private DatabaseOptions Options => Server.Services.GetRequiredService<DatabaseOptions>();

    [Theory]
    [InlineData("/companies")]
    [InlineData("/events")]
    public async Task What_was_stored_is_answered_as_a_success(string path)
    {
        await using var relay = NewRelay();
        await using var server = await StartAsync(relay);
        relay.Commits = CommitFate.AnswerLost;

        for (var round = 0; round < Rounds; round++)
        {
            var name = Unique("acme");
            var answer = await server.SendAsync("POST", path, Body(path, name), Keys.Production);

            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, answer.Text);
            Assert.Equal(1, await CountAsync(path, name));
        }
    }

    [Theory]
    [InlineData("/companies", false)]
    [InlineData("/companies", true)]
    [InlineData("/events", false)]
    [InlineData("/events", true)]
    public async Task What_was_not_stored_is_refused_and_can_be_sent_again(string path, bool isHalfOpen)
    {
        await using var relay = NewRelay();
        await using var server = await StartAsync(relay);
        for (var round = 0; round < Rounds; round++)
        {
            var name = Unique("acme");
            relay.Commits = isHalfOpen ? CommitFate.LostHalfOpen : CommitFate.Lost;
            var refusal = await server.SendAsync("POST", path, Body(path, name), Keys.Production);

            Assert.True(refusal.Status == HttpStatusCode.ServiceUnavailable, $"{refusal.Status} {refusal.Text}");
            Assert.Contains("nothing was changed", refusal.Error, StringComparison.Ordinal);
            relay.Commits = CommitFate.Delivered;
            Assert.Equal(0, await CountAsync(path, name));
            var again = await server.SendAsync("POST", path, Body(path, name), Keys.Production);
            Assert.True(again.Status is HttpStatusCode.OK or HttpStatusCode.Created, again.Text);
            Assert.Equal(1, await CountAsync(path, name));
        }
    }

    [Fact]
    public async Task What_nobody_can_know_is_not_said()
    {
        await using var relay = NewRelay();
        await using var database = new PostgreSqlDatabase(
            Options with
            {
                ConnectionString = relay.Settings["ConnectionStrings:Schematic"]!,
            },
            new ChangeFeed(NullLogger<ChangeFeed>.Instance),
            new DiskRoom(TimeProvider.System, NullLogger<DiskRoom>.Instance),
            NullLoggerFactory.Instance
        );
        relay.Commits = CommitFate.LastHeard;
        var name = Unique("acme");

        await Assert.ThrowsAsync<UnknownOutcomeException>(() =>
            database.WriteAccountAsync(
                (db, token) => db.ExecuteAsync(new SqlText($"CREATE TABLE {new SqlLiteral($"\"{name}\"")} ()"), token),
                Cancellation
            )
        );

        Assert.Equal(1L, await ExecuteAsync($"SELECT count(*) FROM pg_class WHERE relname = '{name}'"));
    }

    [Fact]
    public async Task A_number_that_another_transaction_has_is_nobodys_proof()
    {
        var number = (long)(await ExecuteAsync("SELECT pg_current_xact_id()::text::bigint"))!;

        var outcome = await new LostCommits(Options.ConnectionString).FindAsync(new CommitMark(number, 1));

        Assert.Equal(CommitOutcome.Unknown, outcome);
    }

    [Fact]
    public async Task A_number_that_the_server_has_never_given_is_of_a_transaction_it_has_lost()
    {
        var outcome = await new LostCommits(Options.ConnectionString).FindAsync(new CommitMark(long.MaxValue / 4, 1));

        Assert.Equal(CommitOutcome.RolledBack, outcome);
    }

    private static byte[] Body(string path, string name) =>
        Encoding.UTF8.GetBytes(
            path == "/companies"
                ? $$$"""{"keys":{"domain":"{{{name}}}"}}"""
                : $$$"""{"event_type":"track","body":{"event":"{{{name}}}"}}"""
        );

    private async Task<long> CountAsync(string path, string name) =>
        (long)
            (
                await ExecuteAsync(
                    path == "/companies"
                        ? $"SELECT count(*) FROM entity_keys WHERE value = '{name}'"
                        : $"SELECT count(*) FROM events WHERE body LIKE '%{name}%'"
                )
            )!;

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Options.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private TcpRelay NewRelay() => TcpRelay.StartTo(Options.ConnectionString);

    // The fixture's database, behind the relay.
    private static Task<ApiServer> StartAsync(TcpRelay relay) =>
        ApiServer.StartAsync(DatabaseProvider.PostgreSql, new ApiServerOptions { Settings = relay.Settings });
}
