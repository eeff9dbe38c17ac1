using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Events;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Counters in rules.</summary>
public abstract class CompanyUsageInChecksTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task The_next_check_after_the_answer_knows_of_it()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var flag = await NewFlagAsync(name, limit: 20);
        await SendAsync(Production, Track(name, domain));

        for (var sent = 1; sent < 25; sent++)
        {
            Assert.Equal(sent < 20, await CheckAsync(Production, flag, domain));
            await Production.Events.CreateAsync(Track(name, domain), Cancellation);
        }
    }

    [Fact]
    public async Task While_many_send_no_check_after_an_answer_is_behind_it()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var flag = await NewFlagAsync(name, limit: 1);
        await Production.Companies.UpsertAsync(
            new() { Keys = new Dictionary<string, string> { ["domain"] = domain } },
            Cancellation
        );
        Assert.True(await CheckAsync(Production, flag, domain));
        using var stop = new CancellationTokenSource();
        var others = Parallel.ForEachAsync(
            Enumerable.Range(0, 4),
            Cancellation,
            async (_, _) =>
            {
                while (!stop.IsCancellationRequested)
                    await Production.Events.CreateAsync(Track(Unique("other"), domain), Cancellation);
            }
        );

        for (var round = 0; round < 50; round++)
        {
            await Production.Events.CreateAsync(Track(name, domain, quantity: 1), Cancellation);
            Assert.False(await CheckAsync(Production, flag, domain));
            await Production.Events.CreateAsync(Track(name, domain, quantity: -1), Cancellation);
            Assert.True(await CheckAsync(Production, flag, domain));
        }

        await stop.CancelAsync();
        await others;
    }

    [Fact]
    public async Task An_explanation_and_a_preview_count_as_the_check_does()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var flag = await NewFlagAsync(name, limit: 3);
        await SendAsync(Production, Track(name, domain, quantity: 7));

        var explained = (
            await Production.Flags.ExplainAsync(
                flag.Key,
                new ExplainFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;
        var impact = (
            await Production.Flags.ImpactAsync(
                flag.Id,
                new FlagImpactRequestBody { Rules = [Rule(name, limit: 8)], Limit = 250 },
                Cancellation
            )
        ).Data;

        Assert.False(explained.Check.Value);
        Assert.Contains(
            explained.Tiers.SelectMany(static tier => tier.Rules).SelectMany(static rule => rule.Conditions),
            static condition => condition.Actual.StartsWith('7')
        );
        Assert.Contains(impact.Changes, change => change.Name == domain && change.After);
    }

    protected static async Task<bool> CheckAsync(
        SchematicGateway gateway,
        FlagDetailResponseData flag,
        string domain
    ) =>
        (
            await gateway.Flags.CheckAsync(
                flag.Key,
                new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        )
            .Data
            .Value;

    private Task<FlagDetailResponseData> NewFlagAsync(string name, long limit) => NewFlagAsync(Production, name, limit);

    /// <summary>A flag that is on for companies that have used less than the limit.</summary>
    protected static async Task<FlagDetailResponseData> NewFlagAsync(SchematicGateway gateway, string name, long limit)
    {
        var flag = (
            await gateway.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = Unique("flag"),
                    Name = "",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                Cancellation
            )
        ).Data;
        await gateway.Flags.UpdateRulesAsync(
            flag.Id,
            new UpdateFlagRulesRequestBody { Rules = [Rule(name, limit)] },
            null,
            Cancellation
        );
        return flag;
    }

    private static CreateOrUpdateRuleRequestBody Rule(string name, long limit) =>
        new()
        {
            Name = "Below the limit",
            Priority = 1,
            Value = true,
            Conditions =
            [
                new CreateOrUpdateConditionRequestBody
                {
                    ConditionType = ConditionType.Metric,
                    Operator = ComparableOperator.Lt,
                    EventSubtype = name,
                    MetricPeriod = MetricPeriod.CurrentMonth,
                    MetricValue = limit,
                    ResourceIds = [],
                },
            ],
            ConditionGroups = [],
        };
}

public sealed class CompanyUsageInChecksTestsOnSqlite(SqliteApi api)
    : CompanyUsageInChecksTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyUsageInChecksTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyUsageInChecksTests(api),
        IClassFixture<PostgreSqlApi>
{
    [Fact]
    public async Task Another_instance_knows_of_it_within_a_second()
    {
        await using var other = await StartOtherAsync();
        var (domain, name) = (Unique("acme"), Unique("export"));
        var flag = await NewFlagAsync(Production, name, limit: 3);
        await SendAsync(Production, Track(name, domain));
        Assert.True(await CheckAsync(other.Gateway(), flag, domain));

        await Production.Events.CreateAsync(Track(name, domain, quantity: 2), Cancellation);

        await Poll.UntilAsync(
            "the other instance to know of it",
            TimeSpan.FromSeconds(1),
            async () => await CheckAsync(other.Gateway(), flag, domain) ? "not yet" : null,
            Cancellation
        );
    }

    [Fact]
    public async Task Two_instances_share_the_work_and_count_nothing_twice()
    {
        await using var other = await StartOtherAsync();
        var (domain, name) = (Unique("acme"), Unique("export"));
        var flag = await NewFlagAsync(Production, name, limit: 400);
        var gateways = new[] { Production, other.Gateway() };

        // Each event goes to both, as it does when an answer is lost on its way and the next instance is asked.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 800),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (n, token) =>
            {
                var body = Track(name, domain) with { IdempotencyKey = $"{name}-{n / 2}" };
                await gateways[n % 2].Events.CreateAsync(body, token);
            }
        );

        Assert.Equal(400, await CounterAsync(Production, domain, name));
        foreach (var gateway in gateways)
            await Poll.UntilAsync(
                "the instance to have counted all",
                TimeSpan.FromSeconds(1),
                async () => await CheckAsync(gateway, flag, domain) ? "not yet" : null,
                Cancellation
            );
    }

    private Task<ApiServer> StartOtherAsync() =>
        ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?>
                {
                    ["ConnectionStrings:Schematic"] = Server
                        .Services.GetRequiredService<DatabaseOptions>()
                        .ConnectionString,
                },
            }
        );
}
