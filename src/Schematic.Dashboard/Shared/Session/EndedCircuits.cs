using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Gives the memory of circuits back soon after they have ended. A circuit lives for minutes, so its objects are among
/// the old ones, where the collector by itself looks only once the heap has grown by half. See docs/adr/0034.
/// </summary>
internal sealed class EndedCircuits(Action collect) : CircuitHandler
{
    /// <summary>Circuits that end between two collections, of a megabyte each.</summary>
    public const int Many = 20;

    private int _ended;

    /// <summary>One that collects in the background: nobody waits for it, and at most one is under way.</summary>
    public static EndedCircuits Collected() =>
        new(static () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false));

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _ended) % Many == 0)
            collect();
        return Task.CompletedTask;
    }
}
