using Microsoft.EntityFrameworkCore;
using Schematic.Api.Maintenance.Backup;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sqlite;

namespace Schematic.Api.Tests.Maintenance.Backup;

public sealed class BackupTablesTests
{
    private static readonly SqliteSchematicDb Sqlite = new(
        new DbContextOptionsBuilder<SqliteSchematicDb>().UseSqlite("Data Source=:memory:").Options
    );

    private static readonly PostgreSqlSchematicDb PostgreSql = new(
        new DbContextOptionsBuilder<PostgreSqlSchematicDb>().UseNpgsql("Host=127.0.0.1;Database=x").Options
    );

    [Fact]
    public void Both_databases_have_the_same_tables_columns_and_counters() =>
        Assert.Equal(Describe(Sqlite), Describe(PostgreSql));

    [Fact]
    public void Both_databases_have_the_same_migrations_so_that_one_name_means_both() =>
        Assert.Equal(
            Sqlite.Database.GetMigrations().Select(static name => name[15..]),
            PostgreSql.Database.GetMigrations().Select(static name => name[15..])
        );

    [Fact]
    public void Every_table_is_there_but_the_feed_of_changes()
    {
        var tables = BackupTables.Of(PostgreSql).Select(static table => table.Name);

        Assert.Equal(
            ["changes"],
            PostgreSql.Model.GetEntityTypes().Select(static type => type.GetTableName()!).Distinct().Except(tables)
        );
        Assert.Equal(tables.Distinct(), tables);
    }

    [Fact]
    public void A_table_comes_after_those_that_it_refers_to()
    {
        var order = BackupTables.Of(PostgreSql).Select(static table => table.Name).ToList();

        Assert.All(
            PostgreSql.Model.GetEntityTypes().SelectMany(static type => type.GetForeignKeys()),
            reference =>
                Assert.True(
                    order.IndexOf(reference.PrincipalEntityType.GetTableName()!)
                        <= order.IndexOf(reference.DeclaringEntityType.GetTableName()!),
                    reference.ToString()
                )
        );
    }

    // What SQLite counts up and PostgreSQL gives an identity is said by the migrations, not by the model.
    [Fact]
    public void Whatever_is_counted_up_is_known()
    {
        var script = Sqlite.Database.GenerateCreateScript();
        var counted = BackupTables.Of(Sqlite).Count(static table => table.Counter == "seq");

        Assert.Equal(script.Split("AUTOINCREMENT").Length - 1, counted);
    }

    [Theory]
    [InlineData(typeof(double))]
    [InlineData(typeof(decimal))]
    [InlineData(typeof(DateTime))]
    public void A_type_that_no_backup_holds_is_refused_before_it_could_be_lost(Type type) =>
        Assert.Throws<NotSupportedException>(() => BackupTables.KindOf(type));

    private static IEnumerable<string> Describe(SchematicDb db) =>
        BackupTables.Of(db).Select(static table => $"{table.Name}.{table.Counter}: {string.Join(", ", table.Columns)}");
}
