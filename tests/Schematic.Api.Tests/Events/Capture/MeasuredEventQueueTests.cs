using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Events.Capture;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Events.Capture;

public abstract class MeasuredEventQueueTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task Events_are_metered_by_what_became_of_them_and_traced()
    {
        var measured = new ConcurrentQueue<string>();
        using var meters = Listen(measured);
        var counts = new ConcurrentQueue<int>();
        using var spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == MeasuredEventQueue.SourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => counts.Enqueue((int)span.GetTagItem("schematic.events.count")!),
        };
        ActivitySource.AddActivityListener(spans);
        var key = Unique("key");

        await SendAsync(EventOf(Unique("event"), key), EventOf(Unique("event"), key), EventOf("", null));

        Assert.Equal(
            ["schematic.events 1 counted", "schematic.events 1 failed", "schematic.events 1 repeated"],
            measured.Where(static line => line.StartsWith("schematic.events ", StringComparison.Ordinal)).Order()
        );
        Assert.Contains("schematic.events.duration", measured);
        Assert.Contains(3, counts);
        meters.RecordObservableInstruments();
        Assert.Contains("schematic.events.waiting 0", measured);
    }

    private Task SendAsync(params CreateEventRequestBody[] events) =>
        Production.Events.CreateBatchAsync(new CreateEventBatchRequestBody { Events = events }, Cancellation);

    private static CreateEventRequestBody EventOf(string name, string? key) =>
        new()
        {
            EventType = EventType.Track,
            Body = System.Text.Json.JsonSerializer.SerializeToElement(new { @event = name }),
            IdempotencyKey = key,
        };

    private MeterListener Listen(ConcurrentQueue<string> measured)
    {
        // The queue is made, and with it its meters, for the first request that sends events.
        var factory = Server.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (
                    instrument.Meter.Scope == factory
                    && instrument.Name.StartsWith("schematic.events", StringComparison.Ordinal)
                )
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => measured.Enqueue(instrument.Name));
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                measured.Enqueue($"{instrument.Name} {value} {(tags.Length > 0 ? tags[0].Value : "")}".TrimEnd())
        );
        listener.Start();
        return listener;
    }
}

public sealed class MeasuredEventQueueTestsOnSqlite(SqliteApi api)
    : MeasuredEventQueueTests(api),
        IClassFixture<SqliteApi>;

public sealed class MeasuredEventQueueTestsOnPostgreSql(PostgreSqlApi api)
    : MeasuredEventQueueTests(api),
        IClassFixture<PostgreSqlApi>;
