using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Schematic.Api.Tests.Persistence;

/// <summary>
/// Stands between a server and its database, and can be cut: to the server, the database is then down.
/// </summary>
internal sealed class TcpRelay(string host, int port) : IAsyncDisposable
{
    private readonly ConcurrentBag<TcpClient> _open = [];
    private TcpListener _listener = Listen(0);

    public int Port { get; private set; }

    /// <summary>What becomes of every COMMIT from now on.</summary>
    public CommitFate Commits { get; set; }

    public void Start()
    {
        if (Port > 0)
            _listener = Listen(Port);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    /// <summary>Breaks every connection and takes no new one.</summary>
    public void Cut()
    {
        _listener.Dispose();
        while (_open.TryTake(out var client))
            client.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                _open.Add(near);
                _open.Add(far);
                await far.ConnectAsync(host, port);
                _ = CopyCommandsAsync(near, far);
                _ = CopyAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The listener was disposed of.
        }
    }

    private async Task CopyCommandsAsync(TcpClient near, TcpClient far)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await near.GetStream().ReadAsync(buffer) is > 0 and var count)
            {
                var fate = buffer.AsSpan(0, count).IndexOf("COMMIT\0"u8) < 0 ? CommitFate.Delivered : Commits;
                if (fate is CommitFate.LostHalfOpen or CommitFate.AnswerLost or CommitFate.LastHeard)
                    near.Dispose();
                if (fate == CommitFate.LostHalfOpen)
                    return;
                if (fate == CommitFate.LastHeard)
                    _listener.Dispose();
                if (fate == CommitFate.Lost)
                    break;
                await far.GetStream().WriteAsync(buffer.AsMemory(0, count));
                // The answer, which has nowhere to go, ends the other connection; earlier it might not be carried out.
                if (fate is CommitFate.AnswerLost or CommitFate.LastHeard)
                    return;
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // As in CopyAsync.
        }

        near.Dispose();
        far.Dispose();
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; so is the other, then.
        }

        from.Dispose();
        to.Dispose();
    }
}

internal enum CommitFate
{
    Delivered,

    /// <summary>The connection breaks before it arrives.</summary>
    Lost,

    /// <summary>It does not arrive, and the database does not notice that its client has gone.</summary>
    LostHalfOpen,

    /// <summary>It is carried out, and the connection breaks before its answer.</summary>
    AnswerLost,

    /// <summary>As <see cref="AnswerLost"/>, and from then on the database takes no connection.</summary>
    LastHeard,
}
