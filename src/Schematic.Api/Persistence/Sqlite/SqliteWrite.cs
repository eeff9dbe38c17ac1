using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>Work that waits for its turn to write, and then for the commit before its caller is answered.</summary>
internal abstract class SqliteWrite(int environmentSeq)
{
    public int EnvironmentSeq { get; } = environmentSeq;

    public abstract bool IsAbandoned { get; }

    /// <summary>Result of the last run; null if it failed.</summary>
    public abstract ChangeSet? Changes { get; }

    public abstract Task RunAsync(SchematicDb db);

    /// <summary>Makes <paramref name="failure"/> the answer.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Tells the caller how the last run ended.</summary>
    public abstract void Answer();

    public abstract void Abandon();
}

internal sealed class SqliteWrite<T>(
    int environmentSeq,
    Func<SchematicDb, CancellationToken, Task<T>> work,
    CancellationToken cancellationToken
) : SqliteWrite(environmentSeq)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _failure;
    private ChangeSet? _changes;

    public Task<T> Answered => _answer.Task;

    public override bool IsAbandoned => cancellationToken.IsCancellationRequested;

    // Once begun, work is not cut short: the writer belongs to everyone, and half of it would only be rolled back.
    public override ChangeSet? Changes => _failure is null ? _changes : null;

    public override async Task RunAsync(SchematicDb db)
    {
        _failure = null;
        db.Changes = _changes = new ChangeSet();
        _result = await work(db, CancellationToken.None);
    }

    public override void Fail(Exception failure) => _failure = failure;

    public override void Answer()
    {
        if (_failure is null)
            _answer.SetResult(_result);
        else
            _answer.SetException(_failure);
    }

    public override void Abandon() => _answer.TrySetCanceled(cancellationToken);
}
