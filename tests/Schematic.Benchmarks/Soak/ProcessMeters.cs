using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Schematic.Benchmarks.Soak;

/// <summary>
/// Reads the meters of another .NET process through its diagnostics port, as dotnet-counters does: the last value of
/// each.
/// </summary>
internal sealed class ProcessMeters : IDisposable
{
    private const string Circuits = "Microsoft.AspNetCore.Components.Server.Circuits";
    private const int BufferMegabytes = 4;

    // Keyword of the provider System.Diagnostics.Metrics: values at intervals.
    private const long TimeSeriesValues = 0x2;

    private readonly ConcurrentDictionary<(string Instrument, string Tags), double> _values = new();
    private readonly EventPipeSession _session;
    private readonly EventPipeEventSource _source;
    private readonly Task _reading;

    public ProcessMeters(int processId, TimeSpan interval)
    {
        var id = Guid.NewGuid().ToString();
        var arguments = new Dictionary<string, string>
        {
            ["SessionId"] = id,
            ["ClientId"] = id,
            ["Metrics"] = $"System.Runtime,{Circuits}",
            ["RefreshInterval"] = interval.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            ["MaxTimeSeries"] = "1000",
            ["MaxHistograms"] = "10",
        };
        _session = new DiagnosticsClient(processId).StartEventPipeSession(
            new EventPipeProvider("System.Diagnostics.Metrics", EventLevel.Informational, TimeSeriesValues, arguments),
            requestRundown: false,
            BufferMegabytes
        );
        _source = new EventPipeEventSource(_session.EventStream);
        _source.Dynamic.All += Read;
        _reading = Task.Run(_source.Process);
    }

    public double HeapMegabytes => Sum("dotnet.gc.last_collection.heap.size") / 1e6;

    public double CommittedMegabytes => Sum("dotnet.gc.last_collection.memory.committed_size") / 1e6;

    public double ActiveCircuits => Sum("aspnetcore.components.circuit.active");

    public void Dispose()
    {
        // The process may be gone, and the session with it.
        if (!_reading.IsCompleted)
            _session.Stop();
        _reading.GetAwaiter().GetResult();
        _source.Dispose();
        _session.Dispose();
    }

    // The value is a gauge's last or a counter's so far.
    private void Read(TraceEvent published)
    {
        var value = published.PayloadByName("lastValue") ?? published.PayloadByName("value");
        if (
            published.PayloadByName("instrumentName") is string instrument
            && double.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var number)
        )
            _values[(instrument, published.PayloadByName("tags") as string ?? "")] = number;
    }

    private double Sum(string instrument) =>
        _values.Where(pair => pair.Key.Instrument == instrument).Sum(static pair => pair.Value);
}
