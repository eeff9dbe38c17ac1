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
                _ = CopyAsync(near, far);
                _ = CopyAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The listener was disposed of.
        }
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
