using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Persistence.Sqlite;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence;

/// <summary>A database that notes which rows were listed, and so may come from a replica.</summary>
internal sealed class ListRecorder(IDatabase inner) : IDatabase
{
    private readonly ConcurrentQueue<ListedRows> _listed = new();

    public SqlDialect Dialect => inner.Dialect;

    /// <summary>The rows listed since the last time.</summary>
    public IReadOnlyList<ListedRows> Take()
    {
        var taken = new List<ListedRows>();
        while (_listed.TryDequeue(out var rows))
            taken.Add(rows);
        return taken;
    }

    public SchematicDb Open(int environmentSeq) => inner.Open(environmentSeq);

    public Task<T> ListAsync<T>(
        int environmentSeq,
        ListedRows rows,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        _listed.Enqueue(rows);
        return inner.ListAsync(environmentSeq, rows, work, cancellationToken);
    }

    public Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => inner.WriteAsync(environmentSeq, work, cancellationToken);

    public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

    public Task CloseAsync(CancellationToken cancellationToken) => inner.CloseAsync(cancellationToken);
}

/// <summary>A server whose lists are noted.</summary>
public sealed class ListedApi() : ApiFixture(DatabaseProvider.Sqlite)
{
    protected override ApiServerOptions Options { get; } =
        new()
        {
            Services = static services =>
            {
                services.AddSingleton<SqliteDatabase>();
                services.AddSingleton<IDatabase>(static provider => new ListRecorder(
                    provider.GetRequiredService<SqliteDatabase>()
                ));
            },
        };

    internal ListRecorder Recorder => (ListRecorder)Server.Services.GetRequiredService<IDatabase>();
}
