using Microsoft.AspNetCore.Http;
using Schematic.Api.Authentication;
using Schematic.Api.Http;

namespace Schematic.Api.Tests.Authentication;

public sealed class CheckLineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly DefaultHttpContext _context = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_others_wait_for_a_thread_one_check_follows_the_other_in_their_order()
    {
        var line = new CheckLine(atOnce: 1, isBusy: static () => true);
        using var first = new HeldCheck();
        var done = new List<int>();
        var checks = new List<Task> { Task.Run(() => line.RunAsync(first.RunAsync, _context), Cancellation) };
        first.WaitUntilBegun();

        for (var number = 0; number < 20; number++)
        {
            var own = number;
            checks.Add(line.RunAsync(_ => Add(done, own), _context));
        }

        await Task.Delay(50, Cancellation);
        Assert.Empty(done);
        first.End();
        await Task.WhenAll(checks).WaitAsync(Patience, Cancellation);
        Assert.Equal(Enumerable.Range(0, 20), done);
    }

    [Fact]
    public async Task While_nobody_waits_for_a_thread_they_run_side_by_side()
    {
        var line = new CheckLine(atOnce: 1, isBusy: static () => false);
        using var held = new HeldCheck();
        var first = Task.Run(() => line.RunAsync(held.RunAsync, _context), Cancellation);
        held.WaitUntilBegun();

        await line.RunAsync(static _ => Task.CompletedTask, _context).WaitAsync(Patience, Cancellation);

        Assert.False(first.IsCompleted);
        held.End();
        await first;
    }

    [Fact]
    public async Task One_that_waits_or_fails_lets_the_next_begin()
    {
        var line = new CheckLine(atOnce: 1, isBusy: static () => true);
        var answer = new TaskCompletionSource();
        var waiting = line.RunAsync(_ => answer.Task, _context);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            line.RunAsync(static _ => throw new InvalidDataException(), _context)
        );

        await line.RunAsync(static _ => Task.CompletedTask, _context).WaitAsync(Patience, Cancellation);

        Assert.False(waiting.IsCompleted);
        answer.SetResult();
        await waiting;
    }

    [Fact]
    public async Task Who_comes_while_the_line_is_full_is_refused_at_once()
    {
        var line = new CheckLine(atOnce: 1, isBusy: static () => true);
        using var held = new HeldCheck();
        var first = Task.Run(() => line.RunAsync(held.RunAsync, _context), Cancellation);
        held.WaitUntilBegun();
        var waiting = Enumerable
            .Range(0, CheckLine.MaxWaiting)
            .Select(_ => line.RunAsync(static _ => Task.CompletedTask, _context))
            .ToList();

        var refusal = await Assert.ThrowsAsync<ApiException>(() =>
            line.RunAsync(static _ => Task.CompletedTask, _context)
        );

        Assert.Equal(StatusCodes.Status429TooManyRequests, refusal.Status);
        Assert.NotNull(refusal.RetryAfter);
        held.End();
        await Task.WhenAll([first, .. waiting]).WaitAsync(Patience, Cancellation);
    }

    private static Task Add(List<int> done, int number)
    {
        done.Add(number);
        return Task.CompletedTask;
    }

    /// <summary>Keeps its thread until it is told to end.</summary>
    private sealed class HeldCheck : IDisposable
    {
        private readonly ManualResetEventSlim _begun = new();
        private readonly ManualResetEventSlim _end = new();

        public Task RunAsync(HttpContext context)
        {
            _begun.Set();
            Assert.True(_end.Wait(Patience));
            return Task.CompletedTask;
        }

        public void WaitUntilBegun() => Assert.True(_begun.Wait(Patience));

        public void End() => _end.Set();

        public void Dispose()
        {
            _begun.Dispose();
            _end.Dispose();
        }
    }
}
