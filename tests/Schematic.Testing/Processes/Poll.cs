using System.Diagnostics;

namespace Schematic.Testing.Processes;

/// <summary>Waits for what another process or thread does, and says what it saw last when that does not come.</summary>
public static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="what">Completes "Waited 10 s for …".</param>
    /// <param name="probe">Null when it is so; otherwise what is there instead.</param>
    public static async Task UntilAsync(
        string what,
        TimeSpan patience,
        Func<Task<string?>> probe,
        CancellationToken cancellationToken
    )
    {
        var since = Stopwatch.GetTimestamp();
        while (await probe() is { } instead)
        {
            if (Stopwatch.GetElapsedTime(since) > patience)
                throw new TimeoutException($"Waited {patience.TotalSeconds:0} s for {what}. Last seen: {instead}");
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
