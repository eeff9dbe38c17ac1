using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Evaluation;
using Schematic.Api.Events;
using Schematic.Api.Flags.Unknown;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>What checks leave behind.</summary>
public abstract class CheckRecorderTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task A_check_is_recorded_as_an_event_and_the_flag_as_checked()
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());
        Assert.Null((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);

        await Production.Flags.CheckAsync(
            flag.Key,
            new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company.Id } },
            Cancellation
        );
        await FlushAsync();

        var body = Assert.Single(await EventsAsync(flag.Key));
        Assert.Equal(
            (flag.Id, company.Id, false, company.Id),
            (
                Text(body, "flag_id"),
                Text(body, "company_id"),
                body.GetProperty("value").GetBoolean(),
                body.GetProperty("req_company").GetProperty("id").GetString()
            )
        );
        var read = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.NotNull(read.Data.LastCheckedAt);
        Assert.Null((await Staging.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);
    }

    [Fact]
    public async Task Being_checked_is_no_change_of_the_flag()
    {
        var flag = await NewFlagAsync();
        var before = await Production.Flags.GetAsync(flag.Id, Cancellation);

        await Production.Flags.CheckAllAsync(new CheckFlagRequestBody(), Cancellation);
        await FlushAsync();

        var after = await Production.Flags.GetAsync(flag.Id, Cancellation);
        Assert.NotNull(after.Data.LastCheckedAt);
        Assert.Equal((before.ETag, before.Data.UpdatedAt), (after.ETag, after.Data.UpdatedAt));
        Assert.Empty(await EventsAsync(flag.Key));
    }

    [Fact]
    public async Task A_flag_that_is_asked_for_and_does_not_exist_is_listed_until_it_is_made_or_forgotten()
    {
        var (key, other) = (Unique("nosuch"), Unique("nosuch"));
        for (var i = 0; i < 3; i++)
            await Production.Flags.CheckAsync(
                key,
                new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = $"company {i}" } },
                Cancellation
            );
        await Production.Flags.CheckAsync(other, new CheckFlagRequestBody(), Cancellation);
        await FlushAsync();
        await Production.Flags.CheckAsync(
            key,
            new CheckFlagRequestBody { User = new Dictionary<string, string> { ["email"] = "ada" } },
            Cancellation
        );
        await FlushAsync();

        var unknown = Assert.Single(
            (
                await Production.Flags.ListUnknownAsync(
                    new UnknownFlagsQuery { Q = key.ToUpperInvariant() },
                    Cancellation
                )
            ).Data
        );

        Assert.Equal(
            (key, 4, "ada", 0),
            (unknown.Key, unknown.Count, unknown.ExampleUser["email"], unknown.ExampleCompany.Count)
        );
        Assert.True(unknown.FirstSeenAt < unknown.LastSeenAt);
        Assert.Equal(
            0,
            (await Staging.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count
        );
        await NewFlagAsync(key);
        Assert.Equal(
            0,
            (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count
        );
        await Production.Flags.ForgetUnknownAsync(other, Cancellation);
        Assert.Equal(
            0,
            (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = other }, Cancellation)).Data.Count
        );
    }

    [Fact]
    public async Task In_a_flood_a_sample_is_recorded_and_every_check_is_answered()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var recorder = server.Services.GetRequiredService<CheckRecorder>();
        var answer = new CheckFlagResponseData
        {
            Flag = "flood",
            Value = false,
            Reason = "x",
        };
        const int Flood = 5 * CheckRecorder.EventsAtOnce;

        for (var i = 0; i < Flood; i++)
            recorder.Record(new CheckRecord(1, null, answer, null, null, false, DateTimeOffset.UtcNow));
        await recorder.FlushAsync(Cancellation);

        await using var db = server.Services.GetRequiredService<IDatabase>().Open(1);
        // The second may have ended, and another begun, in the middle.
        Assert.InRange(
            await db.Events.CountAsync(Cancellation),
            CheckRecorder.EventsAtOnce,
            2 * CheckRecorder.EventsAtOnce
        );
        Assert.Equal(Flood, (await db.UnknownFlags.SingleAsync(row => row.Key == "flood", Cancellation)).Count);
    }

    [Fact]
    public async Task What_a_flood_leaves_out_is_counted_as_lost()
    {
        const int Flood = CheckRecorder.EventsAtOnce + 23;
        using var metrics = new LostChecks();
        using var recorder = new CheckRecorder(
            Server.Services.GetRequiredService<IDatabase>(),
            new TestClock(),
            metrics.Factory,
            NullLogger<CheckRecorder>.Instance
        );
        var key = Unique("nosuch");

        for (var i = 0; i < Flood; i++)
            recorder.Record(Check(key));
        await recorder.FlushAsync(Cancellation);

        Assert.Equal(Flood - CheckRecorder.EventsAtOnce, metrics.Lost);
    }

    [Fact]
    public async Task A_flag_that_is_deleted_before_its_checks_are_written_leaves_nothing()
    {
        var flag = await NewFlagAsync();
        await Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody(), Cancellation);
        await Production.Flags.DeleteAsync(flag.Id, Cancellation);
        var key = Unique("nosuch");
        await Production.Flags.CheckAsync(key, new CheckFlagRequestBody(), Cancellation);

        await FlushAsync();

        Assert.Equal(
            1,
            (await Production.Flags.CountUnknownAsync(new UnknownFlagsQuery { Q = key }, Cancellation)).Data.Count
        );
    }

    [Fact]
    public async Task What_a_flush_has_taken_is_written_although_the_server_stops_meanwhile()
    {
        var (database, clock, key) = (
            new GatedDatabase(Server.Services.GetRequiredService<IDatabase>()),
            new TestClock(),
            Unique("nosuch")
        );
        using var metrics = new LostChecks();
        using var recorder = new CheckRecorder(database, clock, metrics.Factory, NullLogger<CheckRecorder>.Instance);
        await recorder.StartAsync(Cancellation);
        recorder.Record(Check(key));
        await Poll.UntilAsync(
            "a flush",
            TimeSpan.FromSeconds(30),
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(database.IsAsked ? null : "none");
            },
            Cancellation
        );

        var stopping = recorder.StopAsync(Cancellation);
        recorder.Record(Check(key));
        database.Open.SetResult();
        await stopping;

        Assert.Equal(2, (await EventsAsync(key)).Count);
        Assert.Equal(0, metrics.Lost);
    }

    [Fact]
    public async Task What_is_not_written_before_time_is_up_is_counted_as_lost()
    {
        using var metrics = new LostChecks();
        using var recorder = new CheckRecorder(
            new GatedDatabase(Server.Services.GetRequiredService<IDatabase>()),
            TimeProvider.System,
            metrics.Factory,
            NullLogger<CheckRecorder>.Instance
        );
        using var timeIsUp = new CancellationTokenSource();
        recorder.Record(Check("one"));
        var underWay = recorder.FlushAsync(timeIsUp.Token);
        recorder.Record(Check("two"));
        recorder.Record(Check("three"));

        var stopping = recorder.StopAsync(timeIsUp.Token);
        await timeIsUp.CancelAsync();
        await Task.WhenAll(underWay, stopping);

        Assert.Equal(3, metrics.Lost);
    }

    private static CheckRecord Check(string key) =>
        new(
            1,
            null,
            new CheckFlagResponseData
            {
                Flag = key,
                Value = false,
                Reason = "x",
            },
            null,
            null,
            false,
            DateTimeOffset.UtcNow
        );

    private static string? Text(JsonElement body, string member) => body.GetProperty(member).GetString();

    private Task FlushAsync() => Server.Services.GetRequiredService<CheckRecorder>().FlushAsync(Cancellation);

    private async Task<IReadOnlyList<JsonElement>> EventsAsync(string flagKey)
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        var bodies = await db
            .Events.IgnoreQueryFilters()
            .Where(row => row.EventType == "flag_check")
            .Select(row => row.Body)
            .ToListAsync(Cancellation);
        return
        [
            .. bodies.Select(static body => JsonElement.Parse(body)).Where(body => Text(body, "flag_key") == flagKey),
        ];
    }

    /// <summary>A database that writes nothing until it is opened.</summary>
    private sealed class GatedDatabase(IDatabase inner) : IDatabase
    {
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsAsked { get; private set; }

        public SqlDialect Dialect => inner.Dialect;

        SchematicDb IDatabase.Open(int environmentSeq) => inner.Open(environmentSeq);

        public async Task<T> WriteAsync<T>(
            int environmentSeq,
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        )
        {
            IsAsked = true;
            await Open.Task.WaitAsync(cancellationToken);
            return await inner.WriteAsync(environmentSeq, work, cancellationToken);
        }

        public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

        public Task CloseAsync(CancellationToken cancellationToken) => inner.CloseAsync(cancellationToken);
    }

    /// <summary>Sums up what one recorder counts as lost.</summary>
    private sealed class LostChecks : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        private readonly MeterListener _listener = new();
        private long _lost;

        public LostChecks()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == Factory && instrument.Name == "schematic.flag_checks.lost")
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>(
                (_, measurement, _, _) => Interlocked.Add(ref _lost, measurement)
            );
            _listener.Start();
        }

        public IMeterFactory Factory => _services.GetRequiredService<IMeterFactory>();

        public long Lost => Interlocked.Read(ref _lost);

        public void Dispose()
        {
            _listener.Dispose();
            _services.Dispose();
        }
    }
}

public sealed class CheckRecorderTestsOnSqlite(SqliteApi api) : CheckRecorderTests(api), IClassFixture<SqliteApi>;

public sealed class CheckRecorderTestsOnPostgreSql(PostgreSqlApi api)
    : CheckRecorderTests(api),
        IClassFixture<PostgreSqlApi>;
