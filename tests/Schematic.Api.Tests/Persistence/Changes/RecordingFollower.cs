using System.Collections.Concurrent;
using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Tests.Persistence.Changes;

/// <summary>Keeps what it is told.</summary>
internal sealed class RecordingFollower : IChangeFollower
{
    private readonly ConcurrentQueue<ChangeSet> _told = new();

    /// <summary>Every change of every set, in the order told.</summary>
    public IReadOnlyList<Change> Changes => [.. _told.SelectMany(static set => set.Changes)];

    /// <summary>Number of times that everything was said to have changed.</summary>
    public int Everything => _told.Count(static set => set.IsEverything);

    /// <summary>What following waits for.</summary>
    public Task Turn { get; set; } = Task.CompletedTask;

    public Task FollowAsync(ChangeSet changes)
    {
        _told.Enqueue(changes);
        return Turn;
    }
}
