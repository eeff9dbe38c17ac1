using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Schematic.Api.Hosting.Compression;

/// <summary>
/// The body of an answer: held back until it is larger than <see cref="Threshold"/>, and from then on compressed if
/// its type is worth it. An answer that stays smaller goes out as it is.
/// </summary>
internal sealed class CompressingStream(HttpContext context, Stream original, IResponseCompressionProvider compression)
    : Stream
{
    /// <summary>Number of bytes that are sent as they are.</summary>
    public const int Threshold = 8 * 1024;

    private readonly MemoryStream _heldBack = new();
    private Stream? _sink;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        if (_sink is null && _heldBack.Length + buffer.Length <= Threshold)
        {
            _heldBack.Write(buffer.Span);
            return;
        }

        if (_sink is null)
        {
            _sink = OpenSink();
            await SendHeldBackAsync(_sink, cancellationToken);
        }

        await _sink.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Answers are written at once, not over time: waiting for more is what makes them small.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush() { }

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Sends what is held back, and the end of what is compressed.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_sink is null)
            await SendHeldBackAsync(original, cancellationToken);
        else if (_sink != original)
            await _sink.DisposeAsync();
    }

    private Stream OpenSink()
    {
        var headers = context.Response.Headers;
        // An answer that says its length, or is encoded already, was made by something that knows better.
        if (
            headers.ContentEncoding.Count > 0
            || !compression.ShouldCompressResponse(context)
            || compression.GetCompressionProvider(context) is not { } coding
        )
            return original;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        headers.ContentEncoding = coding.EncodingName;
        headers.ContentLength = null;
        return coding.CreateStream(original);
    }

    private async ValueTask SendHeldBackAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_heldBack.Length > 0)
            await stream.WriteAsync(_heldBack.GetBuffer().AsMemory(0, (int)_heldBack.Length), cancellationToken);
        _heldBack.SetLength(0);
    }
}
