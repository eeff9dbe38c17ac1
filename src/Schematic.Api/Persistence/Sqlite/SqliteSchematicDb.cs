using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.Sqlite;

internal sealed class SqliteSchematicDb(DbContextOptions<SqliteSchematicDb> options) : SchematicDb(options)
{
    private Action? _release;

    public override SqlDialect Dialect => SqlDialect.Sqlite;

    /// <summary>Makes disposing mean handing back: called once, and this context stays usable for the next.</summary>
    public void LendUntil(Action release) => _release = release;

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _release, null) is { } release)
            release();
        else
            base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _release, null) is not { } release)
            return base.DisposeAsync();
        release();
        return ValueTask.CompletedTask;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();

    /// <summary>
    /// Times are integers of microseconds since 1970: they sort, compare and index, which EF's text form of a
    /// DateTimeOffset does not.
    /// </summary>
    private sealed class MicrosecondsConverter()
        : ValueConverter<DateTimeOffset, long>(
            time => SqlDialect.ToMicroseconds(time),
            microseconds => SqlDialect.FromMicroseconds(microseconds)
        );
}
