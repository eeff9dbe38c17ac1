using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

internal sealed class PostgreSqlSchematicDb(DbContextOptions<PostgreSqlSchematicDb> options) : SchematicDb(options)
{
    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ChangeRow.Configure(modelBuilder.Entity<ChangeRow>());
        base.OnModelCreating(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
        {
            if (type.ClrType.GetCustomAttribute<PartitionedByAttribute>() is not { } partitioned)
                continue;
            var row = modelBuilder.Entity(type.ClrType);
            var key = type.FindPrimaryKey()!.Properties.Single().Name;
            row.HasKey(key, partitioned.Property).HasName($"pk_{type.GetTableName()}");
            // A key of two columns is not counted up unless it is said.
            row.Property(key).UseIdentityAlwaysColumn();
        }
    }

    // Text is compared by bytes, as SQLite does: the same order and the same equality on both databases.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");
}
