using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// What each index on events costs under a flood: turns with it and turns without it, side by side. Leaves the store
/// with all of them.
/// </summary>
internal static class EventIndexesCommand
{
    private const int Turns = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    public static async Task<bool> RunAsync(StoreOptions options)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var database = server.Services.GetRequiredService<IDatabase>();
        var indexes = await IndexesAsync(database);
        using var client = new RawClient(server.Http.BaseAddress!);
        var traffic = new EventTraffic(client);
        var table = new GrowthTable();
        await FloodAsync(WarmUp);
        foreach (var (name, create) in indexes)
        {
            var ratios = new List<double>();
            for (var turn = 0; turn < Turns; turn++)
            {
                var with = await FloodAsync(Turn);
                await ExecuteAsync(database, $"DROP INDEX {name}");
                ratios.Add(await FloodAsync(Turn) / with);
                await ExecuteAsync(database, create);
            }

            table.AtLeast($"events/s without {name}, of those with it", "", null, EventTraffic.Median(ratios), "×");
        }

        return table.AllMet;

        async Task<double> FloodAsync(TimeSpan duration)
        {
            var sample = await Sample.TakeAsync(
                EventTraffic.Clients,
                TimeSpan.Zero,
                duration,
                int.MaxValue,
                traffic.SendBatchAsync
            );
            return sample.PerSecond;
        }
    }

    // As the database has them, so that one that is added later is measured, too.
    private static async Task<List<(string Name, string Create)>> IndexesAsync(IDatabase database)
    {
        await using var db = database.OpenAccount();
        var sql =
            database.Dialect == SqlDialect.Sqlite
                ? new SqlText($"SELECT name, sql FROM sqlite_master WHERE tbl_name = 'events' AND type = 'index'")
                : new SqlText(
                    $"""
                    SELECT i.indexrelid::regclass::text, replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
                    FROM pg_index i
                    WHERE i.indrelid = 'events'::regclass AND NOT i.indisprimary
                    """
                );
        return await db.QueryAsync(sql, static row => (row.GetString(0), row.GetString(1)), CancellationToken.None);
    }

    private static Task ExecuteAsync(IDatabase database, string sql) =>
        database.WriteAsync(
            SchematicDb.AccountSeq,
            (db, token) => db.ExecuteAsync(new SqlText($"{new SqlLiteral(sql)}"), token),
            CancellationToken.None
        );
}
