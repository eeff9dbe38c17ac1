using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Schematic.Testing.Processes;

/// <summary>A program that runs beside the tests and cannot outlive them, however they end.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const string PidMarker = "#pid ";

    // The shell holds the far end of a pipe that the operating system closes when this process is gone, be it by kill
    // -9: then, or when told to, it signals the program. $1 is the last signal; the rest is the program with its
    // arguments.
    private const string Keeper = """
        last=$1; shift
        exec 3<&0
        "$@" </dev/null 3<&- &
        child=$!
        { while read -r signal <&3; do kill -s "$signal" "$child"; done; kill -s "$last" "$child"; } 2>/dev/null &
        keeper=$!
        echo "#pid $child"
        wait "$child"; code=$?
        kill "$keeper" 2>/dev/null
        exit "$code"
        """;

    private readonly Process _shell;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<int> _pid = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process shell)
    {
        _shell = shell;
        shell.OutputDataReceived += (_, line) => Keep(line.Data);
        shell.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>Everything the program wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    public bool HasExited => _shell.HasExited;

    /// <summary>128 plus the signal's number for a program that was killed.</summary>
    public int ExitCode => _shell.ExitCode;

    public Task<int> Pid => _pid.Task;

    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Added to this process's own.</param>
    /// <param name="lastSignal">What the program gets when it is disposed of or this process ends.</param>
    public static ChildProcess Start(
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string>? environment = null,
        string? workingFolder = null,
        string lastSignal = "KILL"
    )
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Keeper, "keeper", lastSignal, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start });
        child._shell.Start();
        child._shell.BeginOutputReadLine();
        child._shell.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        await using var child = Start(command);
        var code = await child.WaitForExitAsync(cancellationToken);
        return code == 0
            ? child.Output
            : throw new InvalidOperationException(
                $"`{string.Join(' ', command)}` ended with code {code}:\n{child.Output}"
            );
    }

    /// <summary>Sends a signal by its name without SIG, like TERM or KILL.</summary>
    public Task SignalAsync(string signal) => _shell.StandardInput.WriteLineAsync(signal);

    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _shell.WaitForExitAsync(cancellationToken);
        return _shell.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        if (!_pid.Task.IsCompleted && line.StartsWith(PidMarker, StringComparison.Ordinal))
            _pid.TrySetResult(int.Parse(line.AsSpan(PidMarker.Length), CultureInfo.InvariantCulture));
        else
            _output.Enqueue(line);
    }
}
