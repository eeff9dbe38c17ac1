using System.Collections.Concurrent;
using System.Threading.Channels;
using NpgsqlTypes;
using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Persistence.PostgreSql.Replication;

/// <summary>
/// Knows which writes the replica has replayed. Writes are numbered once they are committed. A position of the
/// primary's log that was asked for after write 7 lies behind the commit of write 7; when the replica has replayed that
/// position, it shows every write up to 7. See docs/adr/0019.
/// </summary>
internal sealed class ReplayProgress(TimeProvider time) : IChangeFollower
{
    /// <summary>Lists leave a replica that is not known to show what the primary had committed this long ago.</summary>
    public static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(10);

    // As many as are asked for in the longest lag, and some. What is written while all are taken waits for the next.
    private const int MostMarks = 256;

    private readonly ConcurrentDictionary<int, long> _lastWrites = new();
    private readonly Queue<Mark> _awaited = new();
    private readonly Channel<byte> _written = ChangeListener.NewSignal();
    private NpgsqlLogSequenceNumber _lastAwaited;
    private ulong _position;
    private long _asNewAs = time.GetTimestamp();
    private long _replayed;

    // Nothing is known at first, of what was written before the start neither.
    private long _lastWrite = 1;
    private long _lastOfUnknown = 1;

    /// <summary>The number of the last write.</summary>
    public long LastWrite => Interlocked.Read(ref _lastWrite);

    /// <summary>Whether the replica shows every write there is.</summary>
    public bool IsComplete => Interlocked.Read(ref _replayed) >= LastWrite;

    /// <summary>How old what the replica shows may be at most.</summary>
    public TimeSpan Lag => time.GetElapsedTime(Interlocked.Read(ref _asNewAs));

    /// <summary>A position that the replica has replayed, if it is the server that was asked.</summary>
    public NpgsqlLogSequenceNumber Position => new(Volatile.Read(ref _position));

    /// <summary>Whether a list on the replica shows all that this process has written or been told of.</summary>
    public bool Includes(int environmentSeq, ListedRows rows)
    {
        if (Lag > LongestLag)
            return false;
        var last =
            rows == ListedRows.OfAccount
                ? LastWrite
                : Math.Max(
                    Interlocked.Read(ref _lastOfUnknown),
                    Math.Max(LastWriteOf(environmentSeq), LastWriteOf(SchematicDb.AccountSeq))
                );
        return last <= Interlocked.Read(ref _replayed);
    }

    /// <summary>To be called when a write is committed, and before it is answered.</summary>
    public void NoteWrite(int environmentSeq)
    {
        var number = Interlocked.Increment(ref _lastWrite);
        _lastWrites.AddOrUpdate(
            environmentSeq,
            static (_, added) => added,
            static (_, known, added) => Math.Max(known, added),
            number
        );
        _written.Writer.TryWrite(0);
    }

    /// <summary>
    /// Waits until something was written since the last time, or until <paramref name="atMost"/> has passed.
    /// </summary>
    public async Task WaitForWriteAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await _written.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { }
    }

    // This process's own changes are told as well, and do no harm.
    public Task FollowAsync(ChangeSet changes)
    {
        if (changes.IsEverything)
            NoteUnknown();
        foreach (var environmentSeq in changes.Changes.Select(static change => change.EnvironmentSeq).Distinct())
            NoteWrite(environmentSeq);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Waits for a position of the primary. Like <see cref="Advance"/> and <see cref="Forget"/> not for several threads
    /// at once.
    /// </summary>
    /// <param name="lastWrite"><see cref="LastWrite"/> before the primary was asked.</param>
    /// <param name="askedAt">The timestamp before the primary was asked.</param>
    public void Await(NpgsqlLogSequenceNumber position, long lastWrite, long askedAt)
    {
        // A primary that took over from another may have less of a log; what it will never have is not waited for.
        if (position < _lastAwaited)
            _awaited.Clear();
        _lastAwaited = position;
        if (_awaited.Count < MostMarks)
            _awaited.Enqueue(new Mark(position, lastWrite, askedAt));
    }

    /// <summary>Takes note of how far the replica has come.</summary>
    public void Advance(NpgsqlLogSequenceNumber position)
    {
        // A server that was started again shows for a while less than it did before.
        if (position < Position)
            Forget();
        // First the position: whoever sees a write as replayed connects to servers that are as far only.
        Volatile.Write(ref _position, (ulong)position);
        while (_awaited.TryPeek(out var mark) && mark.Position <= position)
        {
            _awaited.Dequeue();
            Interlocked.Exchange(ref _asNewAs, mark.AskedAt);
            Interlocked.Exchange(ref _replayed, mark.LastWrite);
        }
    }

    /// <summary>
    /// Takes nothing for replayed any more, until the replica has come as far as the primary is by then.
    /// </summary>
    public void Forget()
    {
        NoteUnknown();
        _awaited.Clear();
    }

    private void NoteUnknown()
    {
        var number = Interlocked.Increment(ref _lastWrite);
        for (var known = Interlocked.Read(ref _lastOfUnknown); known < number; )
            known = Interlocked.CompareExchange(ref _lastOfUnknown, number, known);
    }

    private long LastWriteOf(int environmentSeq) => _lastWrites.GetValueOrDefault(environmentSeq);

    private readonly record struct Mark(NpgsqlLogSequenceNumber Position, long LastWrite, long AskedAt);
}
