using System.Globalization;
using System.Net;
using Schematic.Api.Http;

namespace Schematic.Api.Tests.Http;

public sealed class TurnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_than_said_work_at_once_and_all_who_fit_in_get_their_turn()
    {
        using var turns = new Turns(atOnce: 2, waiting: 10, "Too many");
        var (now, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => turns.RunAsync(WorkAsync, Cancellation)));

        Assert.Equal(2, most);

        async Task<int> WorkAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(10, Cancellation);
            return Interlocked.Decrement(ref now);
        }
    }

    [Fact]
    public async Task Who_comes_while_the_queue_is_full_is_refused_at_once()
    {
        using var turns = new Turns(atOnce: 1, waiting: 1, "Too many");
        var work = new TaskCompletionSource<int>();
        var working = turns.RunAsync(() => work.Task, Cancellation);
        var waiting = turns.RunAsync(() => work.Task, Cancellation);

        var refusal = await Assert.ThrowsAsync<ApiException>(() =>
            turns.RunAsync(() => work.Task, Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation)
        );

        Assert.Equal((int)HttpStatusCode.ServiceUnavailable, refusal.Status);
        Assert.NotNull(refusal.RetryAfter);
        work.SetResult(7);
        Assert.Equal((7, 7), (await working, await waiting));
    }

    [Fact]
    public async Task Who_goes_leaves_the_queue_and_who_fails_gives_the_turn_back()
    {
        using var turns = new Turns(atOnce: 1, waiting: 1, "Too many");
        using var gone = new CancellationTokenSource();
        var work = new TaskCompletionSource<int>();
        var failing = turns.RunAsync(() => work.Task, Cancellation);
        var leaving = turns.RunAsync(() => work.Task, gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        var next = turns.RunAsync(() => Task.FromResult(1), Cancellation);

        work.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => failing);
        Assert.Equal(1, await next.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
    }

    [Fact]
    public async Task Work_has_a_thread_of_its_own_and_steps_back()
    {
        using var turns = new Turns(atOnce: 1, waiting: 1, "Too many");

        var (isOfPool, nice) = await turns.RunAsync(
            static () => Task.FromResult((Thread.CurrentThread.IsThreadPoolThread, NiceOfThisThread())),
            Cancellation
        );

        Assert.False(isOfPool);
        if (OperatingSystem.IsLinux())
            Assert.True(nice >= 10, $"The thread has the nice value {nice}.");
    }

    // Behind the name, which may have spaces: the state, fourteen numbers more, the priority, the nice value.
    private static int NiceOfThisThread() =>
        OperatingSystem.IsLinux()
            ? int.Parse(
                File.ReadAllText("/proc/thread-self/stat").Split(") ")[^1].Split(' ')[16],
                CultureInfo.InvariantCulture
            )
            : 0;
}
