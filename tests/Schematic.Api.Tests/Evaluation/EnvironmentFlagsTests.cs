using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>When flags are read, and what readers have meanwhile.</summary>
public abstract class EnvironmentFlagsTests(ApiFixture api) : ApiTopic(api)
{
    // Whether there is such a flag does not matter: what changed is read.
    private const long Flag = 1;

    private readonly TestClock _clock = new();

    [Fact]
    public async Task The_first_readers_share_one_reading()
    {
        var database = NewDatabase();
        var flags = NewFlags(database);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => flags.GetAsync(Cancellation).AsTask())));

        Assert.Equal(1, database.Readers);
    }

    // The database may have been read before the change and the snapshot be kept after it.
    [Fact]
    public async Task A_change_that_comes_while_a_snapshot_is_read_is_not_missed()
    {
        var database = NewDatabase();
        var (flags, told) = (NewFlags(database), new List<Task>());
        database.Opening = () =>
        {
            if (told.Count == 0)
                told.Add(flags.RefreshAsync([Flag]));
        };
        await flags.GetAsync(Cancellation);

        await told[0];

        Assert.Equal(2, database.Readers);
    }

    [Fact]
    public async Task Readers_have_the_snapshot_before_while_changes_are_read()
    {
        var database = NewDatabase();
        var flags = NewFlags(database);
        var before = await flags.GetAsync(Cancellation);
        using var gate = new ManualResetEventSlim();
        database.Opening = () => gate.Wait(Cancellation);

        var refreshed = flags.RefreshAsync([Flag]);
        var reader = flags.GetAsync(Cancellation);

        Assert.True(reader.IsCompletedSuccessfully);
        Assert.Same(before, await reader);
        Assert.False(refreshed.IsCompleted);
        gate.Set();
        await refreshed;
        Assert.NotSame(before, await flags.GetAsync(Cancellation));
    }

    [Fact]
    public async Task Changes_that_come_together_are_read_together()
    {
        var database = NewDatabase();
        var flags = NewFlags(database);
        await flags.GetAsync(Cancellation);
        using var gate = new ManualResetEventSlim();
        database.Opening = () => gate.Wait(Cancellation);

        var rounds = Enumerable.Range(0, 50).Select(_ => flags.RefreshAsync([Flag])).ToList();
        gate.Set();
        await Task.WhenAll(rounds);

        Assert.InRange(database.Readers, 2, 3);
    }

    [Fact]
    public async Task What_could_not_be_read_at_first_is_read_by_whoever_asks_next()
    {
        var database = NewDatabase();
        var flags = NewFlags(database);
        database.IsBroken = true;
        await Assert.ThrowsAsync<TimeoutException>(async () => await flags.GetAsync(Cancellation));
        database.IsBroken = false;

        Assert.NotNull(await flags.GetAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_that_could_not_be_read_is_read_after_a_while_and_until_then_the_snapshot_before_holds()
    {
        var database = NewDatabase();
        var flags = NewFlags(database);
        var before = await flags.GetAsync(Cancellation);
        database.IsBroken = true;
        await flags.RefreshAsync([Flag]);
        Assert.Same(before, await flags.GetAsync(Cancellation));
        database.IsBroken = false;

        _clock.Advance(TimeSpan.FromSeconds(1));

        await Poll.UntilAsync(
            "the flag to be read",
            TimeSpan.FromSeconds(10),
            async () => (await flags.GetAsync(Cancellation)) == before ? "not yet" : null,
            Cancellation
        );
    }

    private EnvironmentFlags NewFlags(IDatabase database) =>
        new(1, database, _clock, NullLogger<EnvironmentFlags>.Instance);

    private BrokenDatabase NewDatabase() => new(Server.Services.GetRequiredService<IDatabase>());
}

public sealed class EnvironmentFlagsTestsOnSqlite(SqliteApi api) : EnvironmentFlagsTests(api), IClassFixture<SqliteApi>;

public sealed class EnvironmentFlagsTestsOnPostgreSql(PostgreSqlApi api)
    : EnvironmentFlagsTests(api),
        IClassFixture<PostgreSqlApi>;
