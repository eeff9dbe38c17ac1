using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Tests.Persistence;

/// <summary>A database that can be out of reach for readers, and that tells of changes nobody made.</summary>
internal sealed class BrokenDatabase : IDatabase
{
    private readonly IDatabase _inner;

    public BrokenDatabase(IDatabase inner)
    {
        _inner = inner;
        inner.Committed += Tell;
    }

    public event Action<CommittedChanges>? Committed;

    /// <summary>Called before a context is opened.</summary>
    public Action? Opening { get; set; }

    public bool IsBroken { get; set; }

    /// <summary>How many readers there have been, also in vain.</summary>
    public int Readers { get; private set; }

    public SqlDialect Dialect => _inner.Dialect;

    public bool IsShared => _inner.IsShared;

    public SchematicDb Open(int environmentSeq)
    {
        Readers++;
        Opening?.Invoke();
        return IsBroken ? throw new TimeoutException("Out of reach.") : _inner.Open(environmentSeq);
    }

    public Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => _inner.WriteAsync(environmentSeq, work, cancellationToken);

    public Task MigrateAsync(CancellationToken cancellationToken) => _inner.MigrateAsync(cancellationToken);

    public Task CloseAsync(CancellationToken cancellationToken) => _inner.CloseAsync(cancellationToken);

    public void Tell(CommittedChanges changes) => Committed?.Invoke(changes);
}
