using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Flags.History;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Flags.History;

public abstract class FlagRuleSaveRetentionTests(DatabaseProvider provider)
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_replaced_long_ago_goes_and_what_was_in_force_since_then_stays()
    {
        await using var server = await StartAsync("1");
        var flag = await NewFlagAsync(server.Gateway());
        for (var version = 1; version <= 4; version++)
        {
            await SaveAsync(server.Gateway(), flag);
            _clock.Jump(TimeSpan.FromHours(16));
        }

        await RunAsync(server);

        // Saved 64, 48, 32 and 16 hours ago; a day ago the third was in force.
        Assert.Equal([4, 3], await VersionsAsync(server.Gateway(), flag));

        await RunAsync(server, daysLater: 365);
        Assert.Equal([4], await VersionsAsync(server.Gateway(), flag));
        Assert.Single((await server.Gateway().Flags.GetAsync(flag, Cancellation)).Data.Rules);
        await SaveAsync(server.Gateway(), flag);
        Assert.Equal([5, 4], await VersionsAsync(server.Gateway(), flag));
    }

    [Fact]
    public async Task Each_environment_keeps_its_own_and_more_than_are_deleted_at_once_go_all_the_same()
    {
        await using var server = await StartAsync("30");
        var flag = await NewFlagAsync(server.Gateway());
        await SaveAsync(server.Gateway(), flag);
        await SaveAsync(server.Gateway(Keys.Staging), flag);
        await StoreRows.ExecuteAsync(
            server,
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 501)
            INSERT INTO flag_rule_saves (id, flag_seq, environment_seq, version, rules, saved_at)
            SELECT 'copy_' || i, flag_seq, environment_seq, version + i, rules, saved_at
            FROM flag_rule_saves CROSS JOIN n
            WHERE environment_seq = (SELECT min(environment_seq) FROM flag_rule_saves)
            """
        );

        await RunAsync(server, daysLater: 31);

        Assert.Equal(2, await StoreRows.ScalarAsync(server, "SELECT count(*) FROM flag_rule_saves"));
        Assert.Equal(502, await StoreRows.ScalarAsync(server, "SELECT max(version) FROM flag_rule_saves"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("off")]
    public async Task Everything_is_kept_unless_somebody_says_for_how_long(string? setting)
    {
        await using var server = await StartAsync(setting);
        var flag = await NewFlagAsync(server.Gateway());
        await SaveAsync(server.Gateway(), flag);
        await SaveAsync(server.Gateway(), flag);

        await RunAsync(server, daysLater: 5000);

        Assert.Equal([2, 1], await VersionsAsync(server.Gateway(), flag));
    }

    private Task<ApiServer> StartAsync(string? days) =>
        ApiServer.StartAsync(
            provider,
            new ApiServerOptions
            {
                Clock = _clock,
                Settings = new Dictionary<string, string?> { ["RuleSaves:RetentionDays"] = days },
            }
        );

    // By a clock of its own: that of the server would have every timer tick for years.
    private Task RunAsync(ApiServer server, int daysLater = 0) =>
        new FlagRuleSaveRetention(
            server.Services.GetRequiredService<IDatabase>(),
            server.Services.GetRequiredService<RuleSaveOptions>(),
            new TestClock(_clock.GetUtcNow().AddDays(daysLater)),
            NullLogger<FlagRuleSaveRetention>.Instance
        ).RunAsync(Cancellation);

    private static async Task<string> NewFlagAsync(SchematicGateway gateway) => (
            await gateway.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = "flag",
                    Name = "",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                Cancellation
            )
        ).Data.Id;

    private static async Task SaveAsync(SchematicGateway gateway, string flag)
    {
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = Guid.NewGuid().ToString(),
            Priority = 1,
            Value = true,
            Conditions = [],
            ConditionGroups = [],
        };
        await gateway.Flags.UpdateRulesAsync(
            flag,
            new UpdateFlagRulesRequestBody { Rules = [rule] },
            null,
            Cancellation
        );
    }

    private static async Task<IEnumerable<long>> VersionsAsync(SchematicGateway gateway, string flag) =>
        (await gateway.Flags.ListRuleSavesAsync(flag, new FlagRuleSavesQuery(), Cancellation)).Data.Select(
            static save => save.Version
        );
}

public sealed class FlagRuleSaveRetentionTestsOnSqlite() : FlagRuleSaveRetentionTests(DatabaseProvider.Sqlite);

public sealed class FlagRuleSaveRetentionTestsOnPostgreSql() : FlagRuleSaveRetentionTests(DatabaseProvider.PostgreSql);
