namespace Schematic.Api.AuditLog.Recording;

/// <summary>Passes an answer on, and keeps the beginning of it.</summary>
internal sealed class AnswerCopy(Stream answer, int limit) : Stream
{
    private readonly MemoryStream _copy = new();

    /// <summary>All that was written; one byte more than the limit if that was too much.</summary>
    public ReadOnlySpan<byte> Written => _copy.GetBuffer().AsSpan(0, (int)_copy.Length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => answer.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => answer.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Copy(buffer.AsSpan(offset, count));
        answer.Write(buffer, offset, count);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Copy(buffer.Span);
        return answer.WriteAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        // The answer is its owner's.
        if (disposing)
            _copy.Dispose();
        base.Dispose(disposing);
    }

    private void Copy(ReadOnlySpan<byte> bytes) =>
        _copy.Write(bytes[..(int)Math.Min(bytes.Length, limit + 1 - _copy.Length)]);
}
