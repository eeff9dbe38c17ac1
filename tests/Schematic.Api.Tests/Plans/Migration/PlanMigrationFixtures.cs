using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Plans.Migration;

/// <summary>A server whose clock stands still: what works in the background does so only when it is woken.</summary>
public sealed class SqliteApiAtRest() : ApiFixture(DatabaseProvider.Sqlite)
{
    protected override ApiServerOptions Options => new() { Clock = new TestClock() };
}

/// <inheritdoc cref="SqliteApiAtRest"/>
public sealed class PostgreSqlApiAtRest() : ApiFixture(DatabaseProvider.PostgreSql)
{
    protected override ApiServerOptions Options => new() { Clock = new TestClock() };
}
