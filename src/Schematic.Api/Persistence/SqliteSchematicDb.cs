using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Schematic.Api.Persistence;

internal sealed class SqliteSchematicDb(DbContextOptions<SqliteSchematicDb> options) : SchematicDb(options)
{
    private bool _isReleased;

    /// <summary>Called once, when this context is done with its connection.</summary>
    public Action? Released { get; init; }

    public override void Dispose()
    {
        base.Dispose();
        Release();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Release();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();

    private void Release()
    {
        if (!Interlocked.Exchange(ref _isReleased, true))
            Released?.Invoke();
    }

    /// <summary>Times are integers of microseconds since 1970: they sort, compare and index, which EF's text form of a DateTimeOffset does not.</summary>
    private sealed class MicrosecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => SqlDialect.ToMicroseconds(time),
        microseconds => SqlDialect.FromMicroseconds(microseconds));
}
