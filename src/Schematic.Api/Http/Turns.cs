using System.Runtime.InteropServices;

namespace Schematic.Api.Http;

/// <summary>
/// Lets work that keeps a processor busy be done by few at once, each on a thread of its own that gives way to others:
/// the pool has no more threads than there are processors, and two such works would keep everybody waiting. Whoever
/// comes while the queue is full is refused, and whoever goes leaves it.
/// </summary>
/// <param name="atOnce">How many may work at the same time.</param>
/// <param name="waiting">How many may wait for that.</param>
/// <param name="refusal">Why the next is refused, as the beginning of a sentence.</param>
internal sealed class Turns(int atOnce, int waiting, string refusal) : IDisposable
{
    // The thread may go on as it is where the system does not let it step back: being slower is all that is asked.
    private const int OneThread = 0;
    private const int ThisThread = 0;
    private const int Nice = 10;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _free = new(atOnce);
    private int _waiting;

    /// <summary>Half of the processors, and at least one: the other half is for everybody else.</summary>
    public static int HalfOfTheProcessors => Math.Max(1, Environment.ProcessorCount / 2);

    /// <exception cref="ApiException">503: the queue is full.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        try
        {
            return await Task
                .Factory.StartNew(
                    () =>
                    {
                        StepBack();
                        return work();
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
                    TaskScheduler.Default
                )
                .Unwrap();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    // Elsewhere than on Linux the same call would slow the whole process down.
    private static void StepBack()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(OneThread, ThisThread, Nice);
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetPriority(int kind, int thread, int nice);

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (_free.Wait(TimeSpan.Zero, CancellationToken.None))
            return;
        if (Interlocked.Increment(ref _waiting) > waiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw ApiProblem.Overloaded(refusal, Wait);
        }

        try
        {
            await _free.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
