using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence.Sqlite;

/// <summary>Plans of a store that nobody has analysed, which is every store.</summary>
public sealed class PlannerStatisticsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_up_reads_the_company_it_found_and_not_its_whole_environment()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await using var db = server.Services.GetRequiredService<IDatabase>().Open(1);
        var named = EntityReference.FromKeys(
            EntityType.Company,
            new Dictionary<string, string> { ["domain"] = "acme.com", ["crm"] = "42" }
        );

        var plan = await PlanAsync(db, EntityLookup.Select(db, [named]));
        var page = await PlanAsync(db, EntityReader.Select(db, EntityReader.AnyOf(db, [1, 2, 3])));

        Assert.Contains("SEARCH e USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
        Assert.Contains("SEARCH e USING INTEGER PRIMARY KEY", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_index_of_a_table_that_grows_has_statistics_and_no_other()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();

        var indexes = await db
            .Database.SqlQueryRaw<string>(
                """
                SELECT name FROM sqlite_master
                WHERE type = 'index' AND tbl_name IN (SELECT tbl FROM sqlite_stat1) ORDER BY name
                """
            )
            .ToListAsync(Cancellation);
        var known = await db
            .Database.SqlQueryRaw<string>("SELECT idx FROM sqlite_stat1 ORDER BY idx")
            .ToListAsync(Cancellation);

        Assert.Contains("ix_entities_id", known);
        Assert.Equal(indexes, known);
    }

    private static async Task<string> PlanAsync(SchematicDb db, SqlText sql) =>
        string.Join(
            '\n',
            await db.QueryAsync(
                new SqlText($"EXPLAIN QUERY PLAN {sql}"),
                static reader => reader.GetString(reader.FieldCount - 1),
                Cancellation
            )
        );
}
