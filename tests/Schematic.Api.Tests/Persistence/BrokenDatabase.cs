using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Tests.Persistence;

/// <summary>A database that can be out of reach for readers.</summary>
internal sealed class BrokenDatabase(IDatabase inner) : IDatabase
{
    /// <summary>Called before a context is opened.</summary>
    public Action? Opening { get; set; }

    public bool IsBroken { get; set; }

    /// <summary>How it fails when it is broken.</summary>
    public Func<Exception> Failure { get; init; } = static () => new TimeoutException("Out of reach.");

    /// <summary>How many readers there have been, also in vain.</summary>
    public int Readers { get; private set; }

    public SqlDialect Dialect => inner.Dialect;

    public SchematicDb Open(int environmentSeq)
    {
        Readers++;
        Opening?.Invoke();
        return IsBroken ? throw Failure() : inner.Open(environmentSeq);
    }

    public Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => inner.WriteAsync(environmentSeq, work, cancellationToken);

    public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public Task CloseAsync(CancellationToken cancellationToken) => inner.CloseAsync(cancellationToken);
}
