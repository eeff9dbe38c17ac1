using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Flags;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

/// <summary>Several servers over one database, side by side and behind a pooler.</summary>
public sealed class ChangePollerTests(PostgreSqlApi api) : FlagTopic(api), IClassFixture<PostgreSqlApi>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private string Connection => Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString;

    [Fact]
    public async Task Three_instances_see_each_others_changes_within_a_second()
    {
        await using var second = await StartAsync(("ConnectionStrings:Schematic", Connection));
        await using var third = await StartAsync(("ConnectionStrings:Schematic", Connection));

        await AssertSeenAsync([Server, second, third]);
    }

    [Fact]
    public async Task Three_instances_that_start_at_once_on_an_empty_database_fill_it_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        var settings = database.Settings.Select(static setting => (setting.Key, setting.Value)).ToArray();

        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(settings)));

        foreach (var server in servers)
        {
            var console = server.Gateway(Schematic.Testing.Hosting.ApiKeys.Console);
            Assert.Equal(3, (await console.Environments.ListAsync(new(), Cancellation)).Data.Count);
            Assert.Empty(server.Logs.Errors);
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Behind_a_transaction_pooler_with_a_direct_address_notifications_arrive()
    {
        await using var pooler = await TransactionPooler.StartAsync(Connection, Cancellation);
        await using var one = await StartAsync(
            ("ConnectionStrings:Schematic", pooler.ConnectionString),
            ("ConnectionStrings:SchematicDirect", Connection)
        );
        await using var two = await StartAsync(
            ("ConnectionStrings:Schematic", pooler.ConnectionString),
            ("ConnectionStrings:SchematicDirect", Connection)
        );

        await AssertSeenAsync([one, two]);

        Assert.True(one.Services.GetRequiredService<ChangeListener>().IsListening);
        Assert.Empty(one.Logs.Errors);
    }

    [Fact]
    public async Task Behind_a_transaction_pooler_without_a_direct_address_changes_are_polled()
    {
        await using var pooler = await TransactionPooler.StartAsync(Connection, Cancellation);
        var through = ("ConnectionStrings:Schematic", $"{pooler.ConnectionString};Max Auto Prepare=0");
        await using var one = await StartAsync(through);
        await using var two = await StartAsync(through);

        await AssertSeenAsync([one, two]);

        Assert.False(one.Services.GetRequiredService<ChangeListener>().IsListening);
        Assert.Contains(
            one.Logs.Lines,
            static line => line.Message.Contains("SchematicDirect", StringComparison.Ordinal)
        );
        Assert.Empty(one.Logs.Errors);
    }

    [Fact]
    public async Task A_pooler_that_nobody_mentioned_is_noticed_at_the_start()
    {
        await using var pooler = await TransactionPooler.StartAsync(Connection, Cancellation);

        var refusal = await Assert.ThrowsAsync<UnusableDatabaseException>(() =>
            StartAsync(("ConnectionStrings:Schematic", pooler.ConnectionString))
        );

        AssertSentence(refusal.Message);
        Assert.Contains("SchematicDirect", refusal.Message, StringComparison.Ordinal);
    }

    // Every instance changes something; every other sees it.
    private async Task AssertSeenAsync(IReadOnlyList<ApiServer> servers)
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());
        foreach (var server in servers)
            Assert.False(await ValueAsync(server, flag.Key, company));
        var value = false;
        foreach (var writer in servers)
        {
            value = !value;
            var expected = value;
            await writer
                .Gateway()
                .Flags.UpdateRulesAsync(flag.Id, expected ? Rules(Rule("All")) : Rules(), null, Cancellation);
            Assert.Equal(expected, await ValueAsync(writer, flag.Key, company));
            foreach (var reader in servers)
                await Poll.UntilAsync(
                    "the other instance to see the rules",
                    Second,
                    async () => await ValueAsync(reader, flag.Key, company) == expected ? null : "not yet",
                    Cancellation
                );
        }
    }

    private static async Task<bool> ValueAsync(ApiServer server, string key, CompanyDetailResponseData company) =>
        (
            await server
                .Gateway()
                .Flags.CheckAsync(
                    key,
                    new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company.Id } },
                    Cancellation
                )
        )
            .Data
            .Value;

    private static Task<ApiServer> StartAsync(params (string Name, string Value)[] settings) =>
        ApiServer.StartAsync(
            DatabaseProvider.PostgreSql,
            new ApiServerOptions
            {
                Settings = settings.ToDictionary(
                    static setting => setting.Name,
                    static setting => (string?)setting.Value
                ),
            }
        );
}
