using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.Changes;

public abstract class ChangeFeedTests(ApiFixture api) : ApiTopic(api)
{
    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    private ChangeFeed Feed => Server.Services.GetRequiredService<ChangeFeed>();

    [Fact]
    public async Task A_commit_is_told_before_it_is_answered()
    {
        var (follower, turn) = (new RecordingFollower(), new TaskCompletionSource());
        follower.Turn = turn.Task;
        Feed.Follow(follower);
        var change = NewChange();

        var write = WriteAsync(change);
        while (!follower.Changes.Contains(change))
            await Task.Yield();

        Assert.False(write.IsCompleted);
        turn.SetResult();
        await write;
        Assert.Single(follower.Changes, change);
    }

    [Fact]
    public async Task Whoever_takes_long_to_follow_holds_up_no_other_writer()
    {
        var (follower, turn) = (new RecordingFollower(), new TaskCompletionSource());
        Feed.Follow(follower);
        follower.Turn = turn.Task;
        var slow = WriteAsync(NewChange());
        while (follower.Changes.Count == 0)
            await Task.Yield();
        follower.Turn = Task.CompletedTask;

        await WriteAsync(NewChange());

        Assert.False(slow.IsCompleted);
        turn.SetResult();
        await slow;
    }

    [Fact]
    public async Task Work_that_is_taken_back_is_told_to_nobody()
    {
        var follower = new RecordingFollower();
        Feed.Follow(follower);
        var change = NewChange();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Database.WriteAccountAsync(
                (db, _) =>
                {
                    Note(db, change);
                    throw new InvalidOperationException();
                },
                Cancellation
            )
        );
        await WriteAsync(NewChange());

        Assert.DoesNotContain(change, follower.Changes);
    }

    [Fact]
    public async Task A_follower_that_fails_is_logged_and_keeps_nothing_from_the_others_or_the_writer()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var feed = server.Services.GetRequiredService<ChangeFeed>();
        var (failing, other) = (
            new RecordingFollower { Turn = Task.FromException(new TimeoutException()) },
            new RecordingFollower()
        );
        feed.Follow(failing);
        feed.Follow(other);
        var change = NewChange();

        await server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync((db, _) => Note(db, change), Cancellation);

        Assert.Contains(change, other.Changes);
        Assert.Contains(
            server.Logs.Lines,
            static line => line.Message.Contains(nameof(RecordingFollower), StringComparison.Ordinal)
        );
    }

    private static Change NewChange() => new(ChangeKind.Entity, Random.Shared.NextInt64(long.MaxValue), 7);

    private static Task Note(SchematicDb db, Change change)
    {
        db.Changes.Add(change.Kind, change.SubjectSeq, change.EnvironmentSeq);
        return Task.CompletedTask;
    }

    private Task WriteAsync(Change change) => Database.WriteAccountAsync((db, _) => Note(db, change), Cancellation);
}

public sealed class ChangeFeedTestsOnSqlite(SqliteApi api) : ChangeFeedTests(api), IClassFixture<SqliteApi>;

public sealed class ChangeFeedTestsOnPostgreSql(PostgreSqlApi api) : ChangeFeedTests(api), IClassFixture<PostgreSqlApi>;
