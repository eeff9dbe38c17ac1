using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

public abstract class FlagSnapshotsTests(ApiFixture api) : ApiTopic(api)
{
    private const int Environment = 1;

    [Fact]
    public async Task A_snapshot_is_read_once_until_something_changes()
    {
        var database = NewDatabase();
        using var feed = NewFeed(database);
        using var snapshots = new FlagSnapshots(database, feed);

        var first = await snapshots.OfAsync(Environment, Cancellation);
        Assert.Same(first, await snapshots.OfAsync(Environment, Cancellation));
        database.Tell(Changes("something else"));
        Assert.Same(first, await snapshots.OfAsync(Environment, Cancellation));

        Assert.Equal(1, database.Readers);
    }

    [Theory]
    [InlineData(FlagChanges.OfAccount, true)]
    [InlineData(DefinitionChanges.CounterName, true)]
    [InlineData(FlagChanges.OfAccount + ":1", true)]
    [InlineData(FlagChanges.OfAccount + ":2", false)]
    [InlineData(FlagChanges.OfAccount + ":11", false)]
    public async Task A_change_is_seen_by_the_environments_that_it_is_about(string counter, bool seen)
    {
        var database = NewDatabase();
        using var feed = NewFeed(database);
        using var snapshots = new FlagSnapshots(database, feed);
        var before = await snapshots.OfAsync(Environment, Cancellation);

        database.Tell(Changes(counter));

        Assert.Equal(seen, before != await snapshots.OfAsync(Environment, Cancellation));
    }

    // The database may have been read before the change and the snapshot be kept after it.
    [Fact]
    public async Task A_change_that_comes_while_a_snapshot_is_read_is_not_missed()
    {
        var database = NewDatabase();
        using var feed = NewFeed(database);
        using var snapshots = new FlagSnapshots(database, feed);
        database.Opening = () => database.Tell(Changes(FlagChanges.OfAccount));
        var old = await snapshots.OfAsync(Environment, Cancellation);
        database.Opening = null;

        Assert.NotSame(old, await snapshots.OfAsync(Environment, Cancellation));
    }

    [Fact]
    public async Task What_could_not_be_read_is_read_again_by_whoever_asks_next()
    {
        var database = NewDatabase();
        using var feed = NewFeed(database);
        using var snapshots = new FlagSnapshots(database, feed);
        database.IsBroken = true;
        await Assert.ThrowsAsync<TimeoutException>(async () => await snapshots.OfAsync(Environment, Cancellation));
        database.IsBroken = false;

        Assert.NotNull(await snapshots.OfAsync(Environment, Cancellation));
    }

    private static CommittedChanges Changes(string counter) => new() { Counters = { [counter] = 1 } };

    private static ChangeFeed NewFeed(IDatabase database) => new(database, NullLogger<ChangeFeed>.Instance);

    private BrokenDatabase NewDatabase() => new(Server.Services.GetRequiredService<IDatabase>());
}

public sealed class FlagSnapshotsTestsOnSqlite(SqliteApi api) : FlagSnapshotsTests(api), IClassFixture<SqliteApi>;

public sealed class FlagSnapshotsTestsOnPostgreSql(PostgreSqlApi api)
    : FlagSnapshotsTests(api),
        IClassFixture<PostgreSqlApi>;
