using System.Collections.Concurrent;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Events.Live;

/// <summary>
/// The live tails of this process, one per environment however many people watch: see <see cref="EventTail"/>.
/// </summary>
internal sealed class EventTailHub(
    GatewayFactory gateways,
    SessionValidator sessions,
    TimeProvider time,
    ILogger<EventTailHub> log
) : IDisposable
{
    private readonly ConcurrentDictionary<string, EventTail> _tails = new(StringComparer.Ordinal);

    /// <summary>Pushes the events of an environment to a viewer until the returned watch is disposed.</summary>
    /// <param name="member">The viewer. Nothing is pushed once this session has ended.</param>
    /// <param name="receive">Called from any thread, one message after the other. It must not block.</param>
    public IDisposable Watch(string environmentId, SignedInMember member, Action<EventTailNews> receive) =>
        _tails
            .GetOrAdd(environmentId, id => new EventTail(new EventTailSource(gateways, id), sessions, time, log))
            .Add(member, receive);

    public void Dispose()
    {
        foreach (var tail in _tails.Values)
            tail.Dispose();
    }
}
