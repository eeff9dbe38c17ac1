using Schematic.Api.Http;

namespace Schematic.Api.Authentication;

/// <summary>
/// The checks of one key, which line up while the server is busy. A check is decided from memory, in one go on one
/// thread: with hundreds of them ready, whoever else asks would wait behind them all. Once they stand in line they no
/// longer do. One that waits for the database lets the next begin.
/// </summary>
/// <param name="atOnce">How many may keep a thread busy while others wait for one.</param>
/// <param name="isBusy">Whether others wait for a thread.</param>
internal sealed class CheckLine(int atOnce, Func<bool> isBusy)
{
    /// <summary>How many may stand in line; the next is refused.</summary>
    public const int MaxWaiting = 1000;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _running;

    /// <exception cref="ApiException">429: the line is full.</exception>
    public Task RunAsync(RequestDelegate check, HttpContext context)
    {
        TaskCompletionSource? turn = null;
        lock (_gate)
        {
            if (_waiting.Count == 0 && (_running < atOnce || !isBusy()))
            {
                _running++;
            }
            else if (_waiting.Count < MaxWaiting)
            {
                turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Enqueue(turn);
            }
            else
            {
                throw ApiProblem.TooManyRequests("This API key has too many checks at once", Wait);
            }
        }

        return turn is null ? Begin(check, context) : BeginAfterAsync(turn.Task, check, context);
    }

    private async Task BeginAfterAsync(Task turn, RequestDelegate check, HttpContext context)
    {
        await turn;
        await Begin(check, context);
    }

    // Until it is done, or waits for something.
    private Task Begin(RequestDelegate check, HttpContext context)
    {
        try
        {
            return check(context);
        }
        finally
        {
            CallNext();
        }
    }

    private void CallNext()
    {
        lock (_gate)
        {
            _running--;
            while (_running < atOnce && _waiting.TryDequeue(out var next))
            {
                _running++;
                next.SetResult();
            }
        }
    }
}
