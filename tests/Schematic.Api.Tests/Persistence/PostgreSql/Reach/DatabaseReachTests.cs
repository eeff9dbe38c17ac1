using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql.Reach;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Reach;

public sealed class DatabaseReachTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_is_given_up_is_said_to_be_and_runs_on()
    {
        using var reach = new DatabaseReach();
        var silent = new TaskCompletionSource<int>();
        Task? givenUp = null;
        var waiting = reach.WaitAsync(_ => silent.Task, running => givenUp = running, Cancellation);

        Assert.True(reach.Lose(DateTimeOffset.UnixEpoch));
        Assert.False(reach.Lose(DateTimeOffset.UnixEpoch.AddSeconds(1)));

        await Assert.ThrowsAsync<LostDatabaseException>(() => waiting);
        Assert.Same(silent.Task, givenUp);
        Assert.Equal(DateTimeOffset.UnixEpoch, reach.LostSince);
        await Assert.ThrowsAsync<LostDatabaseException>(() =>
            reach.WaitAsync(_ => Task.FromResult(1), static _ => { }, Cancellation)
        );
        Assert.Equal(TimeSpan.FromSeconds(9), reach.Regain(DateTimeOffset.UnixEpoch.AddSeconds(9)));
        Assert.Null(reach.Regain(DateTimeOffset.UnixEpoch));
        Assert.Equal(1, await reach.WaitAsync(_ => Task.FromResult(1), static _ => { }, Cancellation));
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_not_kept_and_the_server_is_told()
    {
        using var reach = new DatabaseReach();
        using var caller = new CancellationTokenSource();
        var silent = new TaskCompletionSource<int>();
        var told = new TaskCompletionSource();
        var waiting = reach.WaitAsync(
            stop =>
            {
                stop.Register(told.SetResult);
                return silent.Task;
            },
            static _ => { },
            caller.Token
        );

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
    }
}
