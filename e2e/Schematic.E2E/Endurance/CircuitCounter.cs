using System.Diagnostics.Metrics;

namespace Schematic.E2E.Endurance;

/// <summary>The circuits of this process: how many there are, and how many there ever were since it began.</summary>
internal sealed class CircuitCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _active;
    private long _opened;

    public CircuitCounter()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "aspnetcore.components.circuit.active")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, change, _, _) =>
            {
                Interlocked.Add(ref _active, change);
                if (change > 0)
                    Interlocked.Add(ref _opened, change);
            }
        );
        _listener.Start();
    }

    public long Active => Interlocked.Read(ref _active);

    public long Opened => Interlocked.Read(ref _opened);

    public void Dispose() => _listener.Dispose();
}
