using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Schematic.Api.Persistence;

internal sealed class SqliteSchematicDb(DbContextOptions<SqliteSchematicDb> options) : SchematicDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();

    /// <summary>Times are integers of microseconds since 1970: they sort, compare and index, which EF's text form of a DateTimeOffset does not.</summary>
    private sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => SqlDialect.ToMicroseconds(time),
        microseconds => SqlDialect.FromMicroseconds(microseconds));
}
