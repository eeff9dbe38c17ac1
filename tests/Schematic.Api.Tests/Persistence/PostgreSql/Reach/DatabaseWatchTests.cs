using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Reach;

/// <summary>The database is silent: it neither answers nor ends its connections.</summary>
public sealed class DatabaseWatchTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    private const int AtOnce = 40;
    private const string Took = "X-Test-Took";

    // Three seconds and two are promised; the rest is for a machine that runs other tests as well, where the same call
    // takes a second longer or two. A server that waits for its database takes fifteen.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(3 + 5);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(2 + 5);

    private string Database => Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString;

    [Fact]
    public async Task Whoever_waits_for_a_silent_database_is_refused_in_time_and_all_works_when_it_is_back()
    {
        await using var relay = TcpRelay.StartTo(Database);
        await using var server = await StartAsync(relay);
        await StoreAsync(server, Unique("acme"));

        relay.Freeze();
        await RefuseAllAsync(server);

        relay.Thaw();
        await RecoverAsync(server);
        Assert.Single(
            server.Logs.Lines,
            static line => line.Message.Contains("cannot be reached", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Connections_that_never_answer_again_take_no_place_of_others()
    {
        await using var relay = TcpRelay.StartTo(Database);
        await using var server = await StartAsync(relay, "Maximum Pool Size=4");
        await StoreAsync(server, Unique("acme"));

        relay.Freeze();
        await RefuseAllAsync(server);

        relay.Forget();
        await RecoverAsync(server);
    }

    [Fact]
    public async Task Whoever_waits_for_a_lock_is_refused_in_time_and_nothing_else_is_held_up()
    {
        await using var relay = TcpRelay.StartTo(Database);
        await using var server = await StartAsync(relay);
        await using var source = NpgsqlDataSource.Create(Database);
        await using (var connection = await source.OpenConnectionAsync(Cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await using (var hold = new NpgsqlCommand("LOCK TABLE entities IN ACCESS EXCLUSIVE MODE", connection))
                await hold.ExecuteNonQueryAsync(Cancellation);

            var (list, upsert) = (SendAsync(server, "GET", "/companies"), StoreAsync(server, Unique("acme")));
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, "GET", "/flags")).Status);

            AssertUnavailable(await list);
            AssertUnavailable(await upsert);
        }

        await RecoverAsync(server);
    }

    [Fact]
    public async Task Checks_are_answered_from_memory_and_say_how_old_it_is()
    {
        await using var relay = TcpRelay.StartTo(Database);
        await using var server = await StartAsync(relay);
        var known = Unique("known");
        await StoreAsync(server, known);
        var before = await CheckAsync(server, known);
        Assert.Equal(HttpStatusCode.Created, before.Status);
        Assert.False(before.Headers.Contains(CheckResult.AgeHeader));

        relay.Cut();
        await LostAsync(server);

        var meanwhile = await CheckAsync(server, known);
        Assert.Equal(HttpStatusCode.Created, meanwhile.Status);
        Assert.Equal(before.Text, meanwhile.Text);
        Assert.InRange(int.Parse(meanwhile.Headers.GetValues(CheckResult.AgeHeader).Single()), 0, 30);
        AssertUnavailable(await CheckAsync(server, Unique("stranger")));

        relay.Start();
        await RecoverAsync(server);
        Assert.False((await CheckAsync(server, known)).Headers.Contains(CheckResult.AgeHeader));
    }

    [Fact]
    public async Task Checks_are_not_answered_from_memory_that_is_too_old()
    {
        var clock = new ShiftedClock();
        await using var relay = TcpRelay.StartTo(Database);
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.PostgreSql,
            new ApiServerOptions { Clock = clock, Settings = relay.Settings }
        );
        var known = Unique("known");
        await StoreAsync(server, known);
        await CheckAsync(server, known);
        relay.Cut();
        await LostAsync(server);

        clock.Shift = TimeSpan.FromMinutes(14);
        var young = await CheckAsync(server, known);
        clock.Shift = TimeSpan.FromMinutes(15.5);
        var old = await CheckAsync(server, known);

        Assert.Equal(HttpStatusCode.Created, young.Status);
        Assert.InRange(int.Parse(young.Headers.GetValues(CheckResult.AgeHeader).Single()), 14 * 60, (14 * 60) + 40);
        AssertUnavailable(old);
    }

    private static async Task RefuseAllAsync(ApiServer server)
    {
        var calls = new List<Task<Reply>>();
        for (var i = 0; i < AtOnce; i++)
        {
            calls.Add(SendAsync(server, "GET", "/companies?limit=50"));
            calls.Add(StoreAsync(server, Unique("acme")));
            calls.Add(SendAsync(server, "POST", "/events", """{"event_type":"track","body":{"event":"e"}}"""));
            calls.Add(SendAsync(server, "POST", "/features", Feature(Unique("feature"))));
            calls.Add(SendAsync(server, "GET", "/health/ready"));
        }

        foreach (var call in calls)
            AssertUnavailable(await call);
        // Now that it is known, nobody waits at all.
        AssertUnavailable(await SendAsync(server, "GET", "/companies"), TimeSpan.FromSeconds(1));
    }

    private static string Feature(string name) => $$"""{"name":"{{name}}","description":"","feature_type":"boolean"}""";

    private static void AssertUnavailable(Reply reply) => AssertUnavailable(reply, Promised);

    private static void AssertUnavailable(Reply reply, TimeSpan within)
    {
        var took = TimeSpan.Parse(reply.Headers.GetValues(Took).Single());
        Assert.True(
            reply.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
            $"{reply.Status} {reply.Text}"
        );
        Assert.True(took < within, $"{took} {reply.Text}");
        Assert.NotNull(reply.Headers.RetryAfter);
        AssertSentence(reply.Error);
    }

    private static async Task<Reply> SendAsync(ApiServer server, string method, string path, string? json = null)
    {
        var since = Stopwatch.GetTimestamp();
        var reply = await server.SendAsync(
            method,
            path,
            json is null ? null : Encoding.UTF8.GetBytes(json),
            Keys.Production
        );
        reply.Headers.Add(Took, Stopwatch.GetElapsedTime(since).ToString());
        return reply;
    }

    private static Task<Reply> StoreAsync(ApiServer server, string name) =>
        SendAsync(server, "POST", "/companies", $$$"""{"keys":{"domain":"{{{name}}}"}}""");

    private static Task<Reply> CheckAsync(ApiServer server, string name) =>
        SendAsync(server, "POST", "/flags/check", $$$"""{"company":{"domain":"{{{name}}}"}}""");

    private static Task LostAsync(ApiServer server) =>
        Poll.UntilAsync(
            "the database to be missed",
            Recovery,
            () => Task.FromResult(server.Services.GetRequiredService<IDatabase>().LostSince is null ? "there" : null),
            Cancellation
        );

    private static Task RecoverAsync(ApiServer server) =>
        Poll.UntilAsync(
            "everything to work again",
            Recovery,
            async () =>
            {
                var (read, write) = (
                    await SendAsync(server, "GET", "/companies"),
                    await StoreAsync(server, Unique("acme"))
                );
                return read.Status == HttpStatusCode.OK && write.Status == HttpStatusCode.OK
                    ? null
                    : $"{read.Text} {write.Text}";
            },
            Cancellation
        );

    private static Task<ApiServer> StartAsync(TcpRelay relay, string more = "")
    {
        var settings = relay.Settings;
        settings["ConnectionStrings:Schematic"] += $";{more}";
        settings["Database:AnswerWithinSeconds"] = "3";
        return ApiServer.StartAsync(DatabaseProvider.PostgreSql, new ApiServerOptions { Settings = settings });
    }

    /// <summary>A clock that runs, at another time.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
