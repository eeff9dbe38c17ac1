using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Schematic.Api.Http.Binding;

/// <summary>Reads the bytes of a request body at once, wherever they lie.</summary>
internal static class RequestBody
{
    public delegate T Reader<out T>(ReadOnlySpan<byte> utf8);

    /// <exception cref="ApiException">400: the body is empty.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpContext context, Reader<T> read)
    {
        var body = await ReadWholeAsync(context);
        try
        {
            if (body.IsEmpty)
                throw ApiProblem.BadRequest("The request body is empty. Send a JSON object.");
            return Read(body, read);
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    /// <summary>As <see cref="ReadAsync"/>, of a body that may be empty and is read once more.</summary>
    public static async ValueTask<T> PeekAsync<T>(HttpContext context, Reader<T> read)
    {
        var body = await ReadWholeAsync(context);
        try
        {
            return Read(body, read);
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(body.Start);
        }
    }

    private static T Read<T>(ReadOnlySequence<byte> body, Reader<T> read) =>
        body.IsSingleSegment ? read(body.FirstSpan) : read(body.ToArray());

    private static async ValueTask<ReadOnlySequence<byte>> ReadWholeAsync(HttpContext context)
    {
        var pipe = context.Request.BodyReader;
        while (true)
        {
            var result = await ReadAsync(pipe, context.RequestAborted);
            if (result.IsCompleted)
                return result.Buffer;
            pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    // Kestrel tells of chunks whose size is no number of any use as of a broken connection.
    private static async ValueTask<ReadResult> ReadAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken);
        }
        catch (IOException failure) when (failure is not (BadHttpRequestException or ConnectionResetException))
        {
            throw new BadHttpRequestException(failure.Message, failure);
        }
    }
}
