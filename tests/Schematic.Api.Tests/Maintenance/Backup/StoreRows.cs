using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Maintenance.Backup;

/// <summary>Looks into a server's database.</summary>
internal static class StoreRows
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<long> ScalarAsync(ApiServer server, string sql)
    {
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return (
            await db.QueryAsync(
                new SqlText($"{new SqlLiteral(sql)}"),
                static row => Convert.ToInt64(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture),
                Cancellation
            )
        )[0];
    }

    public static Task ExecuteAsync(ApiServer server, string sql) =>
        server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                (db, token) => db.ExecuteAsync(new SqlText($"{new SqlLiteral(sql)}"), token),
                Cancellation
            );

    /// <summary>SQLite compares the index of the search with the texts that it is of.</summary>
    public static async Task AssertSearchIndexAsync(ApiServer server)
    {
        var database = server.Services.GetRequiredService<IDatabase>();
        if (database.Dialect == SqlDialect.Sqlite)
            await database.WriteAccountAsync(
                (db, token) =>
                    db.ExecuteAsync(
                        new SqlText(
                            $"INSERT INTO entity_search_fts (entity_search_fts, rank) VALUES ({"integrity-check"}, {1})"
                        ),
                        token
                    ),
                Cancellation
            );
    }
}
