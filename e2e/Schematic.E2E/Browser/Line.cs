using System.Text;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace Schematic.E2E.Browser;

/// <summary>The WebSocket of the circuit, led through the test: it can be cut, and it can lag.</summary>
internal sealed class Line
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly WebSocketRouteCloseOptions Cut = new() { Code = 4000, Reason = "cut" };

    private readonly Lock _gate = new();
    private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> _open = [];
    private readonly Channel<(IWebSocketRoute Server, byte[] Said)> _held = Channel.CreateUnbounded<(
        IWebSocketRoute,
        byte[]
    )>();
    private TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isCut;
    private bool _isHeld;

    public static async Task<Line> ThroughAsync(Visitor visitor)
    {
        var line = new Line();
        await visitor.Page.RouteWebSocketAsync(
            static url => url.Contains("/_blazor", StringComparison.Ordinal),
            line.Connect
        );
        return line;
    }

    public async Task CutAsync()
    {
        List<(IWebSocketRoute Page, IWebSocketRoute Server)> open;
        lock (_gate)
        {
            _isCut = true;
            open = [.. _open];
            _open.Clear();
        }

        Assert.NotEmpty(open);
        foreach (var (page, server) in open)
        {
            await page.CloseAsync(Cut);
            await server.CloseAsync(Cut);
        }
    }

    public void Mend()
    {
        lock (_gate)
            _isCut = false;
    }

    /// <summary>From now on the console hears nothing of the page.</summary>
    public void Hold()
    {
        lock (_gate)
            _isHeld = true;
    }

    /// <summary>
    /// Lets the console hear what was held, up to the message that contains <paramref name="part"/>, and waits until
    /// the page has drawn the answer.
    /// </summary>
    public async Task PassAsync(string part)
    {
        var drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _drawn = drawn;
        for (var isPast = false; !isPast; )
        {
            var (server, said) = await _held.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            isPast = Contains(said, part);
            server.Send(said);
        }

        await drawn.Task.WaitAsync(Patience);
    }

    /// <summary>Lets the console hear everything again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _isHeld = false;
            while (_held.Reader.TryRead(out var held))
                held.Server.Send(held.Said);
        }
    }

    private static bool Contains(byte[] said, string part) => said.AsSpan().IndexOf(Encoding.UTF8.GetBytes(part)) >= 0;

    private void Connect(IWebSocketRoute page)
    {
        lock (_gate)
        {
            if (_isCut)
            {
                _ = page.CloseAsync(Cut);
                return;
            }

            var server = page.ConnectToServer();
            page.OnMessage(frame => OnSaid(server, frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? "")));
            _open.Add((page, server));
        }
    }

    private void OnSaid(IWebSocketRoute server, byte[] said)
    {
        lock (_gate)
        {
            if (!_isHeld)
                server.Send(said);
            else
                Assert.True(_held.Writer.TryWrite((server, said)));
            if (Contains(said, "OnRenderCompleted"))
                _drawn.TrySetResult();
        }
    }
}
