using System.Net;
using System.Text.Json;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Capture;

public abstract class EventCaptureTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task A_use_is_counted_for_a_company_and_a_user_that_nobody_knew()
    {
        var (domain, email, name) = (Unique("acme"), Unique("ada"), Unique("export"));

        var sent = await SendAsync(Production, Track(name, domain, email, 3));

        var company = await CompanyAsync(Production, domain);
        Assert.Equal(
            (EventType.Track, EventStatus.Processed, name, 3, company.Id, domain),
            (sent.Type, sent.Status, sent.Subtype, sent.Quantity, sent.CompanyId, sent.Company?.Name)
        );
        Assert.Equal((email, null), (sent.User?.Name, sent.ErrorMessage));
        Assert.Equal(sent.CapturedAt, company.LastSeenAt);
        Assert.All(
            Enum.GetValues<MetricPeriod>().Where(static period => period != MetricPeriod.Unknown),
            period =>
                Assert.All(
                    company.Metrics.Where(metric => metric.Period == period),
                    static metric => Assert.Equal(3, metric.Value)
                )
        );
        Assert.Equal(5, company.Metrics.Count);
    }

    [Fact]
    public async Task An_event_shows_what_it_changed()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        await SendAsync(Production, Track(name, domain, quantity: 10));

        var sent = await SendAsync(Production, Track(name, domain, quantity: -4));
        var effects = (await Production.Events.GetEffectsAsync(sent.Id, Cancellation)).Data;

        Assert.Equal(domain, effects.Company?.Name);
        Assert.Equal(
            [(MetricPeriod.AllTime, 10, 6), (MetricPeriod.CurrentDay, 10, 6)],
            effects.Counters.Select(static counter => (counter.Period, counter.Before, counter.After))
        );
    }

    [Fact]
    public async Task One_that_is_wrong_fails_alone()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var json = $$$"""
            {"events":[
                {"event_type":"track","body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"},"quantity":2}},
                {"event_type":"track","body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"},"quantity":0}},
                7,
                {"event_type":"nosuch","body":{}},
                {"event_type":"track","body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"},"x":"\u0000"}},
                {"event_type":"track","body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"},"quantity":5}}
            ]}
            """;

        var answer = await SendAsync("POST", "/event-batch", json);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var ids = answer
            .Data.GetProperty("events")
            .EnumerateArray()
            .Select(static receipt => receipt.GetProperty("event_id").GetString()!)
            .ToList();
        var events = new List<EventDetailResponseData>();
        foreach (var id in ids)
            events.Add((await Production.Events.GetAsync(id, Cancellation)).Data);
        Assert.Equal(
            [false, true, true, true, true, false],
            events.Select(static sent => sent.Status == EventStatus.Failed)
        );
        Assert.Contains("quantity must not be 0", events[1].ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("nosuch", events[3].ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(7, await CounterAsync(Production, domain, name));
    }

    [Fact]
    public async Task What_a_read_only_key_or_one_without_the_scope_sends_is_stored_as_failed()
    {
        foreach (var (readOnly, scopes) in new[] { (true, (ApiKeyScope[]?)null), (false, [ApiKeyScope.Write]) })
        {
            var key = (
                await Console.ApiKeys.CreateAsync(
                    new CreateApiKeyRequestBody
                    {
                        Name = Unique("key"),
                        EnvironmentId = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId,
                        Readonly = readOnly,
                        Scopes = scopes,
                    },
                    Cancellation
                )
            ).Data;
            var domain = Unique("acme");

            var receipt = (
                await Server.Gateway(key.Secret).Events.CreateAsync(Track("export", domain), Cancellation)
            ).Data;

            var sent = (await Production.Events.GetAsync(receipt.EventId!, Cancellation)).Data;
            Assert.Equal((EventStatus.Failed, key.Id), (sent.Status, sent.ApiKey));
            Assert.Contains(key.Id, sent.ErrorMessage, StringComparison.Ordinal);
            await RefusedAsync(HttpStatusCode.NotFound, () => CompanyAsync(Production, domain));
        }
    }

    [Fact]
    public async Task Of_64_that_send_one_key_at_once_one_counts()
    {
        var (domain, name, key) = (Unique("acme"), Unique("export"), Unique("key"));
        var body = Track(name, domain) with { IdempotencyKey = key };

        var receipts = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(_ => Production.Events.CreateAsync(body, Cancellation))
        );

        Assert.Single(receipts, static receipt => receipt.Data.EventId is not null);
        Assert.Equal(1, await CounterAsync(Production, domain, name));
        Assert.Single((await Production.Events.ListAsync(new EventsQuery { IdempotencyKey = key }, Cancellation)).Data);
        // Another environment, and another type, have keys of their own.
        await Staging.Events.CreateAsync(body, Cancellation);
        Assert.Equal(1, await CounterAsync(Staging, domain, name));
        Assert.NotNull(
            (
                await Production.Events.CreateAsync(
                    Identify(new { keys = new { email = Unique("ada") } }) with
                    {
                        IdempotencyKey = key,
                    },
                    Cancellation
                )
            )
                .Data
                .EventId
        );
    }

    [Fact]
    public async Task What_failed_counts_once_its_cause_is_gone_and_it_is_replayed()
    {
        var (one, other, name) = (Unique("one"), Unique("other"), Unique("export"));
        var first = await CompanyOfAsync("domain", one);
        var second = await CompanyOfAsync("crm", other);
        var sent = await SendAsync(
            Production,
            new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = JsonSerializer.SerializeToElement(
                    new
                    {
                        @event = name,
                        company = new { domain = one, crm = other },
                        quantity = 5,
                    }
                ),
            }
        );
        Assert.Equal(EventStatus.Failed, sent.Status);
        var still = (await Production.Events.ReplayAsync(sent.Id, Cancellation)).Data;
        Assert.Equal((EventStatus.Failed, sent.ErrorMessage), (still.Status, still.ErrorMessage));

        await Production.Companies.DeleteAsync(second, Cancellation);
        // A double click counts once, whichever of the two comes first.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync("POST", $"/events/{sent.Id}/replay")));
        var replayed = (await Production.Events.GetAsync(sent.Id, Cancellation)).Data;

        Assert.Equal(
            (sent.Id, EventStatus.Processed, null, first, sent.CapturedAt),
            (replayed.Id, replayed.Status, replayed.ErrorMessage, replayed.CompanyId, replayed.CapturedAt)
        );
        Assert.Equal(5, await CounterAsync(Production, one, name));
        await RefusedAsync(HttpStatusCode.Conflict, () => Production.Events.ReplayAsync(sent.Id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Staging.Events.ReplayAsync(sent.Id, Cancellation));
        Assert.Equal(5, await CounterAsync(Production, one, name));
    }

    [Fact]
    public async Task A_check_that_an_application_reports_is_recorded()
    {
        var company = await CompanyOfAsync("domain", Unique("acme"));

        var sent = await SendAsync(
            Production,
            new CreateEventRequestBody
            {
                EventType = EventType.FlagCheck,
                Body = JsonSerializer.SerializeToElement(
                    new
                    {
                        flag_key = "export",
                        reason = "Matched",
                        value = true,
                        company_id = company,
                    }
                ),
            }
        );

        Assert.Equal((EventType.FlagCheck, company), (sent.Type, sent.Company?.Id));
    }

    private async Task<string> CompanyOfAsync(string key, string value) =>
        (
            await Production.Companies.UpsertAsync(
                new() { Keys = new Dictionary<string, string> { [key] = value } },
                Cancellation
            )
        )
            .Data
            .Id;
}

public sealed class EventCaptureTestsOnSqlite(SqliteApi api) : EventCaptureTests(api), IClassFixture<SqliteApi>;

public sealed class EventCaptureTestsOnPostgreSql(PostgreSqlApi api)
    : EventCaptureTests(api),
        IClassFixture<PostgreSqlApi>;
