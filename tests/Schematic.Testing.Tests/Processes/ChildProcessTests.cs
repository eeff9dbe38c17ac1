using System.Diagnostics;
using Schematic.Testing.Processes;

namespace Schematic.Testing.Tests.Processes;

public sealed class ChildProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_program_writes_and_how_it_ends_is_known()
    {
        await using var child = ChildProcess.Start(
            ["/bin/sh", "-c", "echo out; echo \"$GREETING\" >&2; exit 7"],
            new Dictionary<string, string> { ["GREETING"] = "err" }
        );

        Assert.Equal(7, await child.WaitForExitAsync(Cancellation));
        Assert.Equal(["err", "out"], child.Output.Split('\n').Order());
    }

    [Fact]
    public async Task A_program_that_fails_says_what_it_wrote()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ChildProcess.RunAsync(["/bin/sh", "-c", "echo no such database; exit 3"], Cancellation)
        );

        Assert.Contains("ended with code 3:\nno such database", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_reaches_the_program_itself()
    {
        await using var child = ChildProcess.Start([
            "/bin/sh",
            "-c",
            "trap 'echo stopping; exit 0' TERM; echo ready; while :; do sleep 0.05; done",
        ]);
        await Poll.UntilAsync(
            "the trap",
            Patience,
            () => Task.FromResult(child.Output.Contains("ready", StringComparison.Ordinal) ? null : child.Output),
            Cancellation
        );

        await child.SignalAsync("TERM");

        Assert.Equal(0, await child.WaitForExitAsync(Cancellation));
        Assert.EndsWith("stopping", child.Output, StringComparison.Ordinal);
    }

    // Disposing closes the keeper's pipe, which is all the operating system does when the test process is killed.
    [Fact]
    public async Task Disposing_kills_a_program_that_does_not_listen()
    {
        var child = ChildProcess.Start(["/bin/sh", "-c", "trap '' TERM INT HUP; while :; do sleep 0.05; done"]);
        var pid = await child.Pid;

        await child.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid));
    }
}
