using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Gateway;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Events;

/// <summary>
/// Senders that repeat what was not acknowledged, and a server that is killed in the middle of it: what was
/// acknowledged counts, and has been paid with credits, and nothing counts or is paid twice.
/// </summary>
public abstract class EventKillTests(DatabaseProvider provider)
{
    private const int Senders = 4;
    private const int EventsAtOnce = 5;
    private const long Granted = 1_000_000;

    // SCHEMATIC_KILLS=200 is the long form.
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("SCHEMATIC_KILLS") ?? "20",
        CultureInfo.InvariantCulture
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_counts_once_however_often_the_server_is_killed()
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, provider);
        using (var seller = server.Gateway())
            await SellAsync(seller);
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(sender => SendAsync(server, sender, stop.Token)).ToList();
        var dice = new Random(20261122);

        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(dice.Next(50, 1_000), Cancellation);
            await server.KillAsync();
            await server.StartAsync();
        }

        await Task.Delay(200, Cancellation);
        await stop.CancelAsync();
        var acknowledged = await Task.WhenAll(senders);
        using var gateway = server.Gateway();
        var summary = Assert.Single((await gateway.Events.ListTypesAsync(new EventTypesQuery(), Cancellation)).Data);
        Assert.All(acknowledged, count => Assert.True(count > Kills, $"Only {count} events were acknowledged."));
        Assert.Equal(acknowledged.Sum(), summary.EventCount);
        for (var sender = 0; sender < Senders; sender++)
        {
            var company = (
                await gateway.Companies.LookupAsync(
                    new() { Keys = new Dictionary<string, string> { ["domain"] = Domain(sender) } },
                    Cancellation
                )
            ).Data;
            Assert.Equal(
                acknowledged[sender],
                company.Metrics.Single(static metric => metric.Period == MetricPeriod.AllTime).Value
            );
            Assert.Equal(acknowledged[sender], await StoredAsync(gateway, company.Id));
            Assert.Equal(Granted - acknowledged[sender], Assert.Single(company.BillingCreditBalances!).Value);
            var draws = new CreditLedgerQuery { CompanyId = company.Id, EventType = CreditEventType.Usage };
            Assert.Equal(
                acknowledged[sender],
                (await gateway.CompanyCredits.CountLedgerAsync(draws, Cancellation)).Data.Count
            );
        }
    }

    // Every sender's company pays one credit for each event.
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
        for (var sender = 0; sender < Senders; sender++)
        {
            var company = (
                await gateway.Companies.UpsertAsync(
                    new UpsertCompanyRequestBody
                    {
                        Keys = new Dictionary<string, string> { ["domain"] = Domain(sender) },
                    },
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
            var grant = new CreateCompanyCreditGrant
            {
                CompanyId = company.Id,
                CreditId = credit.Id,
                Quantity = Granted,
                Reason = BillingCreditGrantReason.Purchased,
            };
            await gateway.CompanyCredits.GrantAsync(grant, null, Cancellation);
        }
    }

    private static string Domain(int sender) => $"sender-{sender}";

    // Pages of events, by their keys: each is there once.
    private static async Task<int> StoredAsync(SchematicGateway gateway, string companyId)
    {
        var keys = new List<string?>();
        while (true)
        {
            var page = (
                await gateway.Events.ListAsync(
                    new EventsQuery
                    {
                        CompanyId = companyId,
                        Limit = 250,
                        Offset = keys.Count,
                    },
                    Cancellation
                )
            ).Data;
            if (page.Count == 0)
                break;
            keys.AddRange(page.Select(static sent => sent.IdempotencyKey));
        }

        Assert.Equal(keys.Count, keys.Distinct().Count());
        return keys.Count;
    }

    /// <returns>How many events were acknowledged: all that were begun.</returns>
    private static async Task<int> SendAsync(ServerProcess server, int sender, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = server.ApiAddress, Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", Keys.Production);
        var sent = 0;
        while (!stop.IsCancellationRequested)
        {
            var batch = Enumerable
                .Range(sent, EventsAtOnce)
                .Select(number => new
                {
                    event_type = "track",
                    idempotency_key = $"{sender}-{number}",
                    body = new { @event = "export", company = new { domain = Domain(sender) } },
                })
                .ToList();
            while (!await TrySendAsync(http, new { events = batch }))
                await Task.Delay(20, Cancellation);
            sent += EventsAtOnce;
        }

        return sent;
    }

    private static async Task<bool> TrySendAsync(HttpClient http, object batch)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync("/event-batch", batch, Cancellation);
            return answer.StatusCode == HttpStatusCode.Created;
        }
        catch (Exception gone)
            when (gone is HttpRequestException or IOException
                || (gone is OperationCanceledException && !Cancellation.IsCancellationRequested)
            )
        {
            return false;
        }
    }
}

public sealed class EventKillTestsOnSqlite() : EventKillTests(DatabaseProvider.Sqlite);

public sealed class EventKillTestsOnPostgreSql() : EventKillTests(DatabaseProvider.PostgreSql);
