using System.Net;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql.Replication;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Replication;

public sealed class ReplicaWatchTests(ReplicatedServers servers) : IClassFixture<ReplicatedServers>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await servers.SettleAsync();

    public async ValueTask DisposeAsync() => await servers.Pair.ResumeAsync(CancellationToken.None);

    [Fact]
    public async Task While_the_replica_is_down_lists_are_read_from_the_primary_and_afterwards_from_it_again()
    {
        var warnings = ReplicatedServers.Warnings(servers.Server);

        await servers.Pair.Replica.StopAsync();

        try
        {
            for (var i = 0; i < 20; i++)
                await AssertListsAsync(servers.Server);
            await WarningAsync(servers.Server, "cannot be read", warnings);
            await AssertListsAsync(servers.Server);
        }
        finally
        {
            await servers.Pair.Replica.StartAsync(Cancellation);
        }

        await servers.SettleAsync();
        Assert.Equal(warnings + 1, ReplicatedServers.Warnings(servers.Server));
        Assert.Empty(servers.Server.Logs.Errors);
    }

    [Fact]
    public async Task Lists_leave_a_replica_that_is_too_far_behind_until_it_has_caught_up()
    {
        var warnings = ReplicatedServers.Warnings(servers.Server);
        await servers.Pair.PauseAsync(Cancellation);
        await servers.ExecuteAsync("CREATE TABLE scratch AS SELECT 1 AS number; DROP TABLE scratch");
        Assert.True(await IsReplicaAsync());

        servers.Clock.Advance(ReplayProgress.LongestLag + TimeSpan.FromSeconds(1));

        Assert.False(await IsReplicaAsync());
        await WarningAsync(servers.Server, "behind", warnings);
        await servers.Pair.ResumeAsync(Cancellation);
        await servers.SettleAsync();
        Assert.True(await IsReplicaAsync());
        Assert.Equal(warnings + 1, ReplicatedServers.Warnings(servers.Server));
    }

    [Fact]
    public async Task A_server_starts_and_lists_while_its_replica_is_away()
    {
        await using var server = await servers.StartAsync(
            new ApiServerOptions(),
            $"Host=127.0.0.1;Port={FreePort.Next()};Username=postgres;Database=postgres"
        );

        await AssertListsAsync(server);
        await WarningAsync(server, "cannot be read", 0);
    }

    [Fact]
    public async Task A_primary_in_the_place_of_a_replica_is_said_and_not_used()
    {
        await using var server = await servers.StartAsync(
            new ApiServerOptions(),
            servers.Pair.Primary.ConnectionString
        );

        await WarningAsync(server, "is not a streaming replica", 0);
        await AssertListsAsync(server);
    }

    [Fact]
    public async Task Another_database_of_the_replica_is_said_and_not_used()
    {
        var address = new NpgsqlConnectionStringBuilder(servers.Pair.Replica.ConnectionString) { Pooling = true };
        await using var server = await servers.StartAsync(new ApiServerOptions(), address.ConnectionString);

        await WarningAsync(server, "is not a streaming replica", 0);
        await AssertListsAsync(server);
    }

    private static async Task AssertListsAsync(ApiServer server)
    {
        foreach (var path in new[] { "/companies", "/companies/count", "/flags", "/environments" })
        {
            var answer = await server.SendAsync("GET", path, null, Keys.Production);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Text}");
        }
    }

    private static Task WarningAsync(ApiServer server, string part, int before) =>
        Poll.UntilAsync(
            $"one warning with \"{part}\"",
            Patience,
            () =>
                Task.FromResult(
                    ReplicatedServers.Warnings(server) > before
                    && server.Logs.Lines.Any(line => line.Message.Contains(part, StringComparison.Ordinal))
                        ? null
                        : server.Logs.ToString()
                ),
            Cancellation
        );

    private Task<bool> IsReplicaAsync() =>
        ReplicatedServers.IsReplicaAsync(servers.Database, int.MaxValue, ListedRows.OfEnvironment);
}
