using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Events;
using Schematic.Api.Events.Capture;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>One transaction with events.</summary>
public abstract class EventWriterTests(ApiFixture api) : EventTopic(api)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);

    private static readonly FlagSnapshot NothingSold = new([], EntitlementCatalog.Empty);

    private readonly SightingThrottle _sightings = new();

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    private EntityContexts Contexts => Server.Services.GetRequiredService<EntityContexts>();

    [Fact]
    public async Task Each_event_shows_the_counters_as_it_left_them()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        await ApplyAsync(environmentSeq, Used(100));

        await ApplyAsync(environmentSeq, Used(5), Used(-2) with { CapturedAt = Now.AddDays(-1) }, Used(4));

        await using var db = Database.Open(environmentSeq);
        var rows = await db.Events.OrderBy(row => row.Seq).ToListAsync(Cancellation);
        Assert.Equal([100, 105, 103, 107], rows.Select(static row => row.TotalAfter!.Value));
        Assert.Equal([100, 105, -2, 109], rows.Select(static row => row.DayAfter!.Value));
    }

    [Fact]
    public async Task Of_one_key_in_a_group_the_first_event_counts_and_the_second_is_nowhere()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        var keyed = Used(1) with { IdempotencyKey = "k" };

        var applied = await ApplyAsync(environmentSeq, keyed, keyed with { Quantity = 7 }, Used(1));

        Assert.Equal([true, false, true], applied.Outcomes.Select(static outcome => outcome.EventId is not null));
        Assert.All(applied.Outcomes, static outcome => Assert.Null(outcome.Error));
        await using var db = Database.Open(environmentSeq);
        Assert.Equal(
            applied.Outcomes.Select(static outcome => outcome.EventId).OfType<string>(),
            await db.Events.OrderBy(row => row.Seq).Select(row => row.Id).ToListAsync(Cancellation)
        );
        Assert.Equal(2, await TotalAsync(environmentSeq));
    }

    [Fact]
    public async Task One_that_names_two_companies_is_stored_as_failed_and_changes_nothing()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        await ApplyAsync(environmentSeq, Used(1, "domain", "acme"), Used(1, "crm", "other"));

        var applied = await ApplyAsync(
            environmentSeq,
            Used(2, "domain", "acme"),
            Used(50, "domain", "acme", "crm", "other") with
            {
                IdempotencyKey = "k",
            },
            Used(4, "crm", "other")
        );

        Assert.Equal([false, true, false], applied.Outcomes.Select(static outcome => outcome.Error is not null));
        await using var db = Database.Open(environmentSeq);
        var failed = await db.Events.SingleAsync(row => row.Error != null, Cancellation);
        Assert.Equal(
            (EventStatus.Failed, applied.Outcomes[1].Error, null, null, null),
            (failed.Status, failed.Error, failed.ProcessedAt, failed.TotalAfter, failed.DayAfter)
        );
        Assert.Equal(8, await TotalAsync(environmentSeq));
    }

    [Fact]
    public async Task What_was_wrong_from_the_start_is_stored_with_its_reason_and_creates_nobody()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();

        var applied = await ApplyAsync(environmentSeq, Used(1, "domain", "acme") with { Error = "It is wrong." });

        Assert.Equal("It is wrong.", Assert.Single(applied.Outcomes).Error);
        Assert.Empty(applied.Counted);
        Assert.Empty(applied.Found);
        Assert.Empty(applied.Seen);
        await using var db = Database.Open(environmentSeq);
        Assert.Equal("It is wrong.", (await db.Events.SingleAsync(Cancellation)).Error);
        Assert.Empty(await db.Entities.ToListAsync(Cancellation));
        Assert.Empty(await db.Usage.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_transaction_that_does_not_end_leaves_nothing_and_its_events_may_come_again()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        var sent = Used(3, "domain", "acme") with { IdempotencyKey = "k" };

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Database.WriteAsync(
                environmentSeq,
                async (db, token) =>
                {
                    await Writer(db).ApplyAsync([sent], token);
                    throw new InvalidOperationException("The power fails.");
                },
                Cancellation
            )
        );

        await using (var db = Database.Open(environmentSeq))
        {
            Assert.Empty(await db.Events.ToListAsync(Cancellation));
            Assert.Empty(await db.Usage.ToListAsync(Cancellation));
            Assert.Empty(await db.Entities.ToListAsync(Cancellation));
        }

        Assert.NotNull((await ApplyAsync(environmentSeq, sent)).Outcomes[0].EventId);
        Assert.Equal(3, await TotalAsync(environmentSeq));
    }

    [Fact]
    public async Task Whoever_is_in_memory_is_not_looked_for_again()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        var first = await ApplyAsync(environmentSeq, Used(1, "domain", "acme"));
        var found = Assert.Single(first.Found);

        Contexts.Keep(environmentSeq, found.Keys, found.Entity, Contexts.Position);
        var second = await ApplyAsync(environmentSeq, Used(1, "domain", "acme"), Used(1, "domain", "other"));

        Assert.Equal("acme", found.Keys["domain"]);
        Assert.Equal("other", Assert.Single(second.Found).Keys["domain"]);
        await using var db = Database.Open(environmentSeq);
        Assert.Equal(2, await db.Events.CountAsync(row => row.CompanyId == found.Entity.Id, Cancellation));
    }

    [Fact]
    public async Task What_is_counted_is_told_by_company_and_day()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        await ApplyAsync(environmentSeq, Used(1, "domain", "acme"));

        var applied = await ApplyAsync(
            environmentSeq,
            Used(5, "domain", "acme"),
            Used(7, "domain", "acme") with
            {
                CapturedAt = Now.AddDays(-1),
            },
            Used(9) with
            {
                Company = null,
            }
        );

        var change = Assert.Single(applied.Counted);
        Assert.Equal(("export", 2, 3), (change.EventSubtype, change.Events, change.EventsAfter));
        Assert.Equal([7, 5], change.Days.OrderBy(static day => day.Day).Select(static day => day.Quantity));
    }

    [Fact]
    public async Task History_moves_no_last_sighting()
    {
        var environmentSeq = await NewEnvironmentSeqAsync();
        await ApplyAsync(environmentSeq, Used(1, "domain", "acme") with { CapturedAt = Now.AddHours(-1) });

        var imported = await ApplyAsync(environmentSeq, Used(1, "domain", "acme") with { Clock = EventClock.Backfill });
        var before = await LastSeenAsync(environmentSeq);
        var sent = await ApplyAsync(environmentSeq, Used(1, "domain", "acme"));

        Assert.Empty(imported.Seen);
        Assert.Equal([Now], sent.Seen.Values);
        Assert.Equal((Now.AddHours(-1), Now), (before, await LastSeenAsync(environmentSeq)));
    }

    private static ReceivedEvent Used(long quantity, params string[] keys) =>
        new()
        {
            Type = EventType.Track,
            Subtype = "export",
            Body = "{}",
            Quantity = quantity,
            Company = EntityChange.For(EntityType.Company, Keys(keys.Length == 0 ? ["domain", "acme"] : keys)) with
            {
                GetOrCreate = true,
            },
            CapturedAt = Now,
            ReceivedAt = Now,
        };

    private static Dictionary<string, string> Keys(string[] keys) =>
        keys.Chunk(2).ToDictionary(static pair => pair[0], static pair => pair[1]);

    private EventWriter Writer(SchematicDb db) => new(db, Contexts, NothingSold, _sightings, new ReportedChecks(), Now);

    private Task<AppliedEvents> ApplyAsync(int environmentSeq, params ReceivedEvent[] events) =>
        Database.WriteAsync(environmentSeq, (db, token) => Writer(db).ApplyAsync(events, token), Cancellation);

    private async Task<long> TotalAsync(int environmentSeq)
    {
        await using var db = Database.Open(environmentSeq);
        return await db
            .Usage.Where(row => row.CompanySeq == UsageRow.AllCompanies && row.Grain == UsageGrain.Total)
            .SumAsync(row => row.Quantity, Cancellation);
    }

    private async Task<DateTimeOffset> LastSeenAsync(int environmentSeq)
    {
        await using var db = Database.Open(environmentSeq);
        return (await db.Entities.SingleAsync(Cancellation)).LastSeenAt;
    }
}

public sealed class EventWriterTestsOnSqlite(SqliteApi api) : EventWriterTests(api), IClassFixture<SqliteApi>;

public sealed class EventWriterTestsOnPostgreSql(PostgreSqlApi api)
    : EventWriterTests(api),
        IClassFixture<PostgreSqlApi>;
