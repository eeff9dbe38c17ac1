using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Schematic.Api.Persistence.PostgreSql.Reach;

/// <summary>
/// Contexts that are used again, making one costs as much as a small query, over a pool of connections. Both can be
/// exchanged for fresh ones: a pool counts connections that are in use, also those whose server will never answer.
/// </summary>
internal sealed class ContextPool : IAsyncDisposable
{
    // As long as anybody who still has a context of the pool before may want to open its connection.
    private static readonly TimeSpan KeepRetired = TimeSpan.FromSeconds(30);

    private readonly Func<NpgsqlDataSource> _build;
    private readonly DatabaseReach _reach;
    private readonly QueryTrackingBehavior _tracking;
    private Generation _current;

    public ContextPool(Func<NpgsqlDataSource> build, DatabaseReach reach, QueryTrackingBehavior tracking)
    {
        (_build, _reach, _tracking) = (build, reach, tracking);
        _current = NewGeneration();
    }

    public PostgreSqlSchematicDb CreateContext(int environmentSeq)
    {
        var db = CreateUnboundedContext();
        db.Reach = _reach;
        db.EnvironmentSeq = environmentSeq;
        return db;
    }

    /// <summary>A context that waits for the database however long it takes.</summary>
    public PostgreSqlSchematicDb CreateUnboundedContext() => Volatile.Read(ref _current).Contexts.CreateDbContext();

    public void Renew()
    {
        var retired = Interlocked.Exchange(ref _current, NewGeneration()).Source;
        retired.Clear();
        _ = Task.Delay(KeepRetired).ContinueWith(_ => retired.Dispose(), TaskScheduler.Default);
    }

    public ValueTask DisposeAsync() => _current.Source.DisposeAsync();

    private Generation NewGeneration()
    {
        var source = _build();
        return new Generation(
            source,
            new(
                new DbContextOptionsBuilder<PostgreSqlSchematicDb>()
                    .UseNpgsql(source)
                    .AddInterceptors(ReachInterceptor.Instance)
                    .UseQueryTrackingBehavior(_tracking)
                    .Options
            )
        );
    }

    private sealed record Generation(NpgsqlDataSource Source, PooledDbContextFactory<PostgreSqlSchematicDb> Contexts);
}
