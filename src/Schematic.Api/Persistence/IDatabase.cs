using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence;

/// <summary>
/// How stores reach the database: reading contexts for anyone, writing through one door that makes answers durable.
/// </summary>
internal interface IDatabase
{
    SqlDialect Dialect { get; }

    /// <summary>How many transactions are worth having at once, where callers can also share them.</summary>
    int WritersAtOnce => 1;

    /// <summary>When the database was last known to answer, if it does not; null while it does.</summary>
    DateTimeOffset? LostSince => null;

    /// <summary>How long its users wait for it.</summary>
    DatabasePatience Patience => DatabasePatience.Default;

    /// <summary>A context that reads, and sees the rows of one environment (0: only what belongs to none).</summary>
    SchematicDb Open(int environmentSeq);

    /// <summary>
    /// Runs <paramref name="work"/>, a list or a count, on rows that are at least as new as what this process has
    /// written; what others have written may be seen a little later than by <see cref="Open"/>. It may run twice, so it
    /// must not touch anything but its context.
    /// </summary>
    async Task<T> ListAsync<T>(
        int environmentSeq,
        ListedRows rows,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        await using var db = Open(environmentSeq);
        return await work(db, cancellationToken);
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction; when the task ends, what it did is durable, and everyone who
    /// holds something in memory has been told of it. Work that throws leaves nothing behind. It may run again after
    /// losing to a concurrent writer, so it must not touch anything but its context.
    /// </summary>
    Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    );

    /// <summary>Creates or upgrades the schema; safe when several instances start at once.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Ends the writes already accepted; nothing new is taken.</summary>
    Task CloseAsync(CancellationToken cancellationToken);
}
