using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Schematic.Api.Events.Capture;

/// <summary>The queue, with meters and a span for each request that sends events: see docs/operations.md.</summary>
internal sealed class MeasuredEventQueue
{
    public const string SourceName = "Schematic.Api";

    private static readonly ActivitySource Source = new(SourceName);

    private readonly EventQueue _queue;
    private readonly TimeProvider _time;
    private readonly Counter<long> _stored;
    private readonly Histogram<double> _duration;

    public MeasuredEventQueue(EventQueue queue, IMeterFactory meters, TimeProvider time)
    {
        (_queue, _time) = (queue, time);
        var meter = meters.Create(SourceName);
        _stored = meter.CreateCounter<long>(
            "schematic.events",
            description: "Events that were sent, by what became of them: counted, failed or repeated."
        );
        _duration = meter.CreateHistogram<double>(
            "schematic.events.duration",
            "s",
            "Time until the events of a request were stored and had taken effect."
        );
        meter.CreateObservableGauge(
            "schematic.events.waiting",
            () => queue.Waiting,
            description: "Events that have arrived and are not stored yet."
        );
    }

    /// <summary>As <see cref="EventQueue.ApplyAsync"/>.</summary>
    public async Task<IReadOnlyList<EventOutcome>> ApplyAsync(int environmentSeq, IReadOnlyList<ReceivedEvent> events)
    {
        using var span = Source.StartActivity("store events");
        span?.SetTag("schematic.events.count", events.Count);
        var since = _time.GetTimestamp();
        var outcomes = await _queue.ApplyAsync(environmentSeq, events);
        _duration.Record(_time.GetElapsedTime(since).TotalSeconds);
        foreach (var outcome in outcomes.CountBy(static one => NameOf(one)))
            _stored.Add(outcome.Value, new KeyValuePair<string, object?>("outcome", outcome.Key));
        return outcomes;
    }

    private static string NameOf(EventOutcome outcome) =>
        outcome.Error is not null ? "failed"
        : outcome.EventId is null ? "repeated"
        : "counted";
}
