using Microsoft.EntityFrameworkCore;
using Schematic.Api.Events;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

internal sealed class PostgreSqlSchematicDb(DbContextOptions<PostgreSqlSchematicDb> options) : SchematicDb(options)
{
    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ChangeRow.Configure(modelBuilder.Entity<ChangeRow>());
        base.OnModelCreating(modelBuilder);
        // A partitioned table has no key without the column that it is partitioned by.
        modelBuilder.Entity<EventRow>().HasKey(static row => new { row.Seq, row.CapturedAt }).HasName("pk_events");
        modelBuilder.Entity<EventRow>().Property(static row => row.Seq).UseIdentityAlwaysColumn();
    }

    // Text is compared by bytes, as SQLite does: the same order and the same equality on both databases.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");
}
