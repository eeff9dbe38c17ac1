using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Gateway;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Maintenance.Backup;

public abstract class BackupCommandTests(DatabaseProvider provider)
{
    private const int Backups = 5;
    private const int Senders = 4;
    private const long Granted = 10_000_000;
    private const long Micro = 1_000_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Each event is a row of its own, one of the ledger, and a credit less: three tables that are read one after the
    // other while thousands of events arrive.
    [Fact]
    public async Task A_backup_while_events_arrive_is_of_one_moment()
    {
        await using var server = await ApiServer.StartAsync(provider);
        await SellAsync(server.Gateway());
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(server.Gateway(), stop.Token)).ToList();

        var counts = new List<int>();
        // On a busy machine some may come and go between two events.
        while (counts.Count < Backups || (counts[0] == counts[^1] && counts.Count < 20 * Backups))
        {
            using var backup = new BackupFile();
            await CommandRun.SucceedAsync(server.DatabaseSettings, "backup", backup.Path);
            counts.Add(await CountAsync(backup));
        }

        await stop.CancelAsync();
        var sent = (await Task.WhenAll(senders)).Sum();
        using var last = new BackupFile();
        await CommandRun.SucceedAsync(server.DatabaseSettings, "backup", last.Path);
        Assert.Equal(sent, await CountAsync(last));
        Assert.True(counts[0] < counts[^1] && counts[^1] <= sent, $"{string.Join(", ", counts)} of {sent}");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_refused_and_leaves_no_file()
    {
        using var backup = new BackupFile();
        await using var database = await TestDatabase.CreateAsync(provider);

        var refusal = await CommandRun.RefusedAsync(database.Settings, "backup", backup.Path);

        Assert.Contains(
            provider == DatabaseProvider.Sqlite
                ? "There is no database at"
                : "has the schema of an earlier version, or none",
            refusal,
            StringComparison.Ordinal
        );
        Assert.Empty(backup.FilesInFolder);
    }

    /// <returns>How many events there are, each of which was paid for.</returns>
    private static async Task<int> CountAsync(BackupFile backup)
    {
        var tables = await backup.ReadTablesAsync();
        var events = tables["events"].Count;
        var balance = Assert.Single(tables["credit_balances"]);
        Assert.Equal(
            events,
            tables["credit_ledger"].Count(static row => row["usage_event_id"].ValueKind == JsonValueKind.String)
        );
        Assert.Equal(Granted - events, balance["remaining_micro_credits"].GetInt64() / Micro);
        return events;
    }

    private static async Task<int> SendAsync(SchematicGateway gateway, CancellationToken stop)
    {
        var sent = 0;
        var events = Enumerable
            .Range(0, 20)
            .Select(static _ => new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = JsonSerializer.SerializeToElement(new { @event = "export", company = new { domain = "acme" } }),
            })
            .ToList();
        while (!stop.IsCancellationRequested)
        {
            await gateway.Events.CreateBatchAsync(new CreateEventBatchRequestBody { Events = events }, Cancellation);
            sent += events.Count;
        }

        return sent;
    }

    private static async Task SellAsync(SchematicGateway gateway)
    {
        var credit = (
            await gateway.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = "Credits",
                    Description = "",
                    Currency = "usd",
                },
                Cancellation
            )
        ).Data;
        var feature = (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = "Exports",
                    Description = "",
                    FeatureType = FeatureType.Event,
                    EventSubtype = "export",
                },
                Cancellation
            )
        ).Data;
        var company = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "acme" } },
                Cancellation
            )
        ).Data;
        await gateway.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = company.Id,
                FeatureId = feature.Id,
                ValueType = EntitlementValueType.Credit,
                ValueCreditId = credit.Id,
            },
            Cancellation
        );
        await gateway.CompanyCredits.GrantAsync(
            new CreateCompanyCreditGrant
            {
                CompanyId = company.Id,
                CreditId = credit.Id,
                Quantity = Granted,
                Reason = BillingCreditGrantReason.Purchased,
            },
            null,
            Cancellation
        );
    }
}

public sealed class BackupCommandTestsOnSqlite() : BackupCommandTests(DatabaseProvider.Sqlite);

public sealed class BackupCommandTestsOnPostgreSql() : BackupCommandTests(DatabaseProvider.PostgreSql);
