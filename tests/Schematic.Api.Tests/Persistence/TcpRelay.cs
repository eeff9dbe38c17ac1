using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Schematic.Api.Tests.Persistence;

/// <summary>
/// Stands between a server and its database, and can be cut: to the server, the database is then down.
/// </summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly ConcurrentBag<TcpClient> _open = [];
    private TcpListener _listener = Listen(0);
    private volatile TaskCompletionSource? _frozen;

    private TcpRelay(string connectionString) => _database = new NpgsqlConnectionStringBuilder(connectionString);

    public int Port { get; private set; }

    /// <summary>What becomes of every COMMIT from now on.</summary>
    public CommitFate Commits { get; set; }

    /// <summary>
    /// What the database says, and what is heard instead, of the same length; null if all arrives as it is.
    /// </summary>
    public (byte[] Said, byte[] Heard)? Misquoted { get; init; }

    /// <summary>Settings of a server that reaches its database by this.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["ConnectionStrings:Schematic"] = new NpgsqlConnectionStringBuilder(_database.ConnectionString)
            {
                Host = "127.0.0.1",
                Port = Port,
            }.ConnectionString,
        };

    public static TcpRelay StartTo(string connectionString, (byte[] Said, byte[] Heard)? misquoted = null)
    {
        var relay = new TcpRelay(connectionString) { Misquoted = misquoted };
        relay.Start();
        return relay;
    }

    public void Start()
    {
        if (Port > 0)
            _listener = Listen(Port);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    /// <summary>
    /// From now on nothing that is said arrives, and no connection ends: as of a server that is stopped, or a network
    /// that swallows everything.
    /// </summary>
    public void Freeze() => _frozen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was said arrives after all.</summary>
    public void Thaw()
    {
        var frozen = _frozen;
        _frozen = null;
        frozen?.SetResult();
    }

    /// <summary>New connections work; what was said over those before never arrives.</summary>
    public void Forget() => _frozen = null;

    /// <summary>Breaks every connection and takes no new one.</summary>
    public void Cut()
    {
        _listener.Dispose();
        while (_open.TryTake(out var client))
            client.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Thaw();
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
                await far.ConnectAsync(_database.Host!, _database.Port);
                _ = new Link(this, near, far).CopyAsync();
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The listener was disposed of.
        }
    }

    /// <summary>A connection, and what becomes of what is said over it.</summary>
    private sealed class Link(TcpRelay relay, TcpClient near, TcpClient far)
    {
        private volatile bool _losesAnswers;

        public Task CopyAsync() => Task.WhenAll(CopyAsync(CopyCommandsAsync), CopyAsync(CopyAnswersAsync));

        private async Task CopyAsync(Func<byte[], Task<bool>> copy)
        {
            var isOver = true;
            try
            {
                isOver = await copy(new byte[64 * 1024]);
            }
            catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // One end is gone; so is the other, then.
            }

            near.Dispose();
            if (isOver)
                far.Dispose();
        }

        /// <returns>False if the database shall not notice that its client has gone.</returns>
        private async Task<bool> CopyCommandsAsync(byte[] buffer)
        {
            while (await near.GetStream().ReadAsync(buffer) is > 0 and var count)
            {
                await PassAsync();
                var fate = buffer.AsSpan(0, count).IndexOf("COMMIT\0"u8) < 0 ? CommitFate.Delivered : relay.Commits;
                if (fate is CommitFate.Lost or CommitFate.LostHalfOpen)
                    return fate == CommitFate.Lost;
                // Broken off when the answer comes: before it, the commit may not have been carried out.
                _losesAnswers = fate is CommitFate.AnswerLost or CommitFate.LastHeard;
                if (fate == CommitFate.LastHeard)
                    relay._listener.Dispose();
                await far.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }

            return true;
        }

        private async Task<bool> CopyAnswersAsync(byte[] buffer)
        {
            while (await far.GetStream().ReadAsync(buffer) is > 0 and var count && !_losesAnswers)
            {
                await PassAsync();
                Misquote(buffer.AsSpan(0, count));
                await near.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }

            return true;
        }

        private void Misquote(Span<byte> answer)
        {
            if (relay.Misquoted is var (said, heard) && answer.IndexOf(said) is >= 0 and var at)
                heard.CopyTo(answer[at..]);
        }

        private Task PassAsync() => relay._frozen?.Task ?? Task.CompletedTask;
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
