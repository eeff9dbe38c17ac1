using Microsoft.EntityFrameworkCore;

namespace Schematic.Api.Persistence.PostgreSql;

internal sealed class PostgreSqlSchematicDb(DbContextOptions<PostgreSqlSchematicDb> options) : SchematicDb(options)
{
    // Text is compared by bytes, as SQLite does: the same order and the same equality on both databases.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");
}
