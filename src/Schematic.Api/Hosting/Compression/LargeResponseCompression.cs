using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Schematic.Api.Hosting.Compression;

/// <summary>
/// Compresses what is read and larger than 8 kB, for clients that ask for it. The framework's own middleware decides
/// before it knows the size. Only answers to GET: checks are asked thousands of times a second by servers nearby, and
/// whatever shows a secret once (a new key, a session) answers a POST. Guessing a secret from the size of a compressed
/// answer (BREACH) needs a browser that sends its credentials to addresses of the attacker's making; keys of this API
/// are sent in a header, which no other site can add.
/// </summary>
internal sealed class LargeResponseCompression(RequestDelegate next, IResponseCompressionProvider compression)
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        // Its fastest level compresses each write by itself, and JSON is written in small pieces: 27 kB instead of 9.
        services.Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(static gzip => gzip.Level = CompressionLevel.Fastest);
    }

    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && compression.CheckRequestAcceptsCompression(context)
            ? CompressAsync(context)
            : next(context);

    private async Task CompressAsync(HttpContext context)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var body = new CompressingStream(context, original.Stream, compression);
        var feature = new StreamResponseBodyFeature(body, original);
        context.Features.Set<IHttpResponseBodyFeature>(feature);
        try
        {
            await next(context);
            await feature.CompleteAsync();
            await body.EndAsync(context.RequestAborted);
        }
        catch when (!context.Response.HasStarted)
        {
            // What was written until now is given up, and the error is written as it is.
            context.Response.Headers.Remove(HeaderNames.ContentEncoding);
            throw;
        }
        finally
        {
            context.Features.Set(original);
        }
    }
}
