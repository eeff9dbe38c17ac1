using System.Buffers;
using System.IO.Pipelines;

namespace Schematic.Api.Http.Unread;

/// <summary>
/// The sending side of a connection, until somebody has the last word: then the rest is dropped, and Kestrel, which
/// knows nothing of that, closes the connection.
/// </summary>
internal sealed class LastWordWriter(PipeWriter connection) : PipeWriter
{
    private byte[]? _dropped;

    public override bool CanGetUnflushedBytes => connection.CanGetUnflushedBytes;

    public override long UnflushedBytes => _dropped is null ? connection.UnflushedBytes : 0;

    public void SayLast(ReadOnlySpan<byte> word)
    {
        connection.Write(word);
        // Shorter than what a connection buffers, so nobody has to wait for it.
        _ = connection.FlushAsync().AsTask();
        _dropped = [];
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) =>
        _dropped is null ? connection.GetMemory(sizeHint) : Drop(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) =>
        _dropped is null ? connection.GetSpan(sizeHint) : Drop(sizeHint);

    public override void Advance(int bytes)
    {
        if (_dropped is null)
            connection.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        _dropped is null ? connection.FlushAsync(cancellationToken) : default;

    public override ValueTask<FlushResult> WriteAsync(
        ReadOnlyMemory<byte> source,
        CancellationToken cancellationToken = default
    ) => _dropped is null ? connection.WriteAsync(source, cancellationToken) : default;

    public override void CancelPendingFlush() => connection.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => connection.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => connection.CompleteAsync(exception);

    private byte[] Drop(int sizeHint)
    {
        if (_dropped!.Length < Math.Max(sizeHint, 1))
            _dropped = new byte[Math.Max(sizeHint, 1024)];
        return _dropped;
    }
}
