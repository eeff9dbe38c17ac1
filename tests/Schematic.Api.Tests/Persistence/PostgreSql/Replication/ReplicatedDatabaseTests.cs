using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NpgsqlTypes;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.PostgreSql.Replication;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Processes;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Replication;

public sealed class ReplicatedDatabaseTests(ReplicatedServers servers)
    : IClassFixture<ReplicatedServers>,
        IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SchematicGateway Production => servers.Server.Gateway();

    private SchematicGateway Staging => servers.Server.Gateway(Keys.Staging);

    public async ValueTask InitializeAsync() => await servers.SettleAsync();

    public async ValueTask DisposeAsync() => await servers.Pair.ResumeAsync(CancellationToken.None);

    [Fact]
    public async Task Lists_and_counts_show_what_the_replica_shows_and_a_look_up_what_the_primary_does()
    {
        var (domain, company) = await NewCompanyAsync(Production);
        await servers.SettleAsync();
        await servers.Pair.PauseAsync(Cancellation);

        await servers.ExecuteAsync($"UPDATE entities SET id = 'comp_changed' WHERE id = '{company.Id}'");

        Assert.Contains(company.Id, await ListAsync(Production));
        Assert.Equal("comp_changed", (await LookupAsync(Production, domain)).Id);
        Assert.True(await IsReplicaAsync("Production"));
        await servers.Pair.ResumeAsync(Cancellation);
        await Poll.UntilAsync(
            "the list to follow",
            Patience,
            async () => (await ListAsync(Production)).Contains("comp_changed") ? null : "the old one",
            Cancellation
        );
    }

    [Fact]
    public async Task A_list_after_a_write_shows_it_while_those_of_other_environments_stay_with_the_replica()
    {
        await servers.Pair.PauseAsync(Cancellation);
        var before = (await Staging.Companies.CountAsync(new(), Cancellation)).Data.Count;

        var (_, company) = await NewCompanyAsync(Staging);

        Assert.Contains(company.Id, await ListAsync(Staging));
        Assert.Equal(before + 1, (await Staging.Companies.CountAsync(new(), Cancellation)).Data.Count);
        Assert.False(await IsReplicaAsync("Staging"));
        Assert.True(await IsReplicaAsync("Production"));
        Assert.False(await IsReplicaAsync("Production", ListedRows.OfAccount));
        await servers.Pair.ResumeAsync(Cancellation);
        await servers.SettleAsync();
        Assert.True(await IsReplicaAsync("Staging"));
        Assert.Contains(company.Id, await ListAsync(Staging));
    }

    [Fact]
    public async Task Every_write_is_in_the_list_that_follows_it()
    {
        for (var i = 0; i < 100; i++)
        {
            var (_, company) = await NewCompanyAsync(Production);
            Assert.Contains(company.Id, await ListAsync(Production));
        }
    }

    [Fact]
    public async Task A_change_of_another_instance_is_listed_once_the_feed_has_told_of_it()
    {
        await servers.Pair.PauseAsync(Cancellation);

        var flag = await servers
            .Other.Gateway()
            .Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = $"flag-{Guid.NewGuid():n}",
                    Name = "Export",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                Cancellation
            );

        await Poll.UntilAsync(
            "the flag to be listed",
            Patience,
            async () =>
                (await Production.Flags.ListAsync(new FlagsQuery(), Cancellation)).Data.Any(listed =>
                    listed.Id == flag.Data.Id
                )
                    ? null
                    : "it is not",
            Cancellation
        );
    }

    // Replaying what a vacuum removed cancels the queries that may still look for it.
    [Fact]
    public async Task A_list_that_stands_in_the_way_of_replaying_is_read_from_the_primary()
    {
        await servers.Pair.Replica.ExecuteAsync("ALTER SYSTEM SET max_standby_streaming_delay = 0", Cancellation);
        await servers.Pair.Replica.ExecuteAsync("SELECT pg_reload_conf()", Cancellation);
        await servers.ExecuteAsync("CREATE TABLE scratch AS SELECT generate_series(1, 1000) AS number");
        await servers.SettleAsync();
        var list = SlowListAsync();
        await SlowListIsRunningAsync();

        await servers.ExecuteAsync("DELETE FROM scratch");
        await servers.ExecuteAsync("VACUUM scratch");

        Assert.Equal("primary", await list);
        Assert.True(await IsReplicaAsync("Production"));
        await servers.ExecuteAsync("DROP TABLE scratch");
    }

    [Fact]
    public async Task A_list_under_way_when_the_replica_is_lost_is_read_from_the_primary()
    {
        var list = SlowListAsync();
        await SlowListIsRunningAsync();

        await servers.Pair.Replica.StopAsync();

        try
        {
            Assert.Equal("primary", await list);
        }
        finally
        {
            await servers.Pair.Replica.StartAsync(Cancellation);
        }
    }

    [Fact]
    public async Task What_is_not_found_on_the_replica_is_looked_for_on_the_primary()
    {
        var found = await servers.Database.ListAsync(
            await servers.EnvironmentSeqAsync("Production"),
            async (db, token) =>
                await db.ScalarAsync<bool>(new SqlText($"SELECT pg_is_in_recovery()"), token)
                    ? throw ApiProblem.NotFound("company", "comp_new")
                    : "found",
            Cancellation
        );

        Assert.Equal("found", found);
        Assert.True(await IsReplicaAsync("Production"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(ulong.MaxValue, false)]
    public async Task A_connection_to_a_server_that_shows_less_than_is_known_is_not_used(ulong known, bool isUsed)
    {
        var progress = new ReplayProgress(TimeProvider.System);
        await using var replica = new Replica(
            servers.Server.Services.GetRequiredService<DatabaseOptions>(),
            progress,
            NullLoggerFactory.Instance
        );
        var database = new ReplicatedDatabase(
            servers.Server.Services.GetRequiredService<PostgreSqlDatabase>(),
            replica,
            progress,
            new ChangeFeed(NullLogger<ChangeFeed>.Instance),
            NullLogger<ReplicatedDatabase>.Instance
        );
        progress.Await(new NpgsqlLogSequenceNumber(1), progress.LastWrite, TimeProvider.System.GetTimestamp());
        progress.Advance(new NpgsqlLogSequenceNumber(known));
        replica.Resume();

        Assert.Equal(
            isUsed,
            await ReplicatedServers.IsReplicaAsync(database, SchematicDb.AccountSeq, ListedRows.OfAccount)
        );
    }

    private async Task<bool> IsReplicaAsync(string environment, ListedRows rows = ListedRows.OfEnvironment) =>
        await ReplicatedServers.IsReplicaAsync(servers.Database, await servers.EnvironmentSeqAsync(environment), rows);

    private async Task<string> SlowListAsync() =>
        await servers.Database.ListAsync(
            await servers.EnvironmentSeqAsync("Production"),
            static (db, token) =>
                db.ScalarAsync<string>(
                    new SqlText($"SELECT CASE WHEN pg_is_in_recovery() THEN pg_sleep(60)::text ELSE 'primary' END"),
                    token
                ),
            Cancellation
        );

    private Task SlowListIsRunningAsync() =>
        Poll.UntilAsync(
            "the list to begin",
            Patience,
            async () =>
                await servers.Pair.Replica.ExecuteAsync(
                    "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
                    Cancellation
                )
                    is null
                    ? "it has not"
                    : null,
            Cancellation
        );

    private static async Task<(string Domain, CompanyDetailResponseData Company)> NewCompanyAsync(
        SchematicGateway gateway
    )
    {
        var domain = $"{Guid.NewGuid():n}.example";
        var company = await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = domain } },
            Cancellation
        );
        return (domain, company.Data);
    }

    private static async Task<CompanyDetailResponseData> LookupAsync(SchematicGateway gateway, string domain) =>
        (
            await gateway.Companies.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;

    private static async Task<List<string>> ListAsync(SchematicGateway gateway) =>
        [
            .. (await gateway.Companies.ListAsync(new CompaniesQuery { Limit = 100 }, Cancellation)).Data.Select(
                static company => company.Id
            ),
        ];
}
