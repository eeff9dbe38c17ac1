using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Speed;

/// <summary>
/// What many repetitions cost, whatever else the machine does meanwhile: processor time of server and browser
/// with all its processes, and what came over the circuit.
/// </summary>
internal sealed class Effort : IAsyncDisposable
{
    private readonly ICDPSession _browser;
    private readonly Process _server;
    private long _bytes;
    private int _messages;
    private (double Server, double Browser, long Bytes, int Messages) _before;

    private Effort(ICDPSession browser, Process server)
    {
        _browser = browser;
        _server = server;
    }

    /// <summary>Call it before the page is opened: only circuits that begin afterwards are heard.</summary>
    public static async Task<Effort> OfAsync(Visitor visitor, int server)
    {
        var browser = await visitor.Profile.Browser!.NewBrowserCDPSessionAsync();
        var effort = new Effort(browser, Process.GetProcessById(server));
        visitor.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => effort.Hear(frame);
        return effort;
    }

    public async Task BeginAsync() => _before = await ReadAsync();

    /// <summary>The cost of each of <paramref name="count"/> repetitions, in words.</summary>
    public async Task<string> EndAsync(int count)
    {
        var after = await ReadAsync();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"each {(after.Server - _before.Server) / count:0.0} ms of the server's processor time, "
                + $"{(after.Browser - _before.Browser) / count:0.0} ms of the browser's, "
                + $"{(after.Bytes - _before.Bytes) / count:N0} bytes in "
                + $"{(double)(after.Messages - _before.Messages) / count:0.0} messages"
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DetachAsync();
        _server.Dispose();
    }

    private void Hear(IWebSocketFrame frame)
    {
        Interlocked.Add(ref _bytes, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        Interlocked.Increment(ref _messages);
    }

    private async Task<(double Server, double Browser, long Bytes, int Messages)> ReadAsync()
    {
        var answer = await _browser.SendAsync("SystemInfo.getProcessInfo");
        var seconds = answer!
            .Value.GetProperty("processInfo")
            .EnumerateArray()
            .Sum(static process => process.GetProperty("cpuTime").GetDouble());
        _server.Refresh();
        return (
            _server.TotalProcessorTime.TotalMilliseconds,
            seconds * 1_000,
            Interlocked.Read(ref _bytes),
            Volatile.Read(ref _messages)
        );
    }
}
