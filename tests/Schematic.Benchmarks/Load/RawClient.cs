using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Sends bytes and reads bytes. It shares the processor with the server, so it does as little as it can.
/// </summary>
internal sealed class RawClient(Uri address) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
        }
    );

    /// <returns>Number of bytes of the body, as they came.</returns>
    public Task<long> GetAsync(string pathAndQuery, string? acceptEncoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, pathAndQuery));
        if (acceptEncoding is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        return SendAsync(request);
    }

    public Task PostAsync(string path, byte[] json) => SendAsync(Post(path, json));

    /// <returns>The body of the answer.</returns>
    public async Task<byte[]> ReadAsync(string path, byte[] json)
    {
        using var request = Post(path, json);
        using var answer = await AnswerAsync(request);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();

    private async Task<long> SendAsync(HttpRequestMessage request)
    {
        using var sending = request;
        using var answer = await AnswerAsync(request);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        var bytes = 0L;
        while (await body.ReadAsync(buffer) is > 0 and var read)
            bytes += read;
        ArrayPool<byte>.Shared.Return(buffer);
        return bytes;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("X-Schematic-Api-Key", StoreOptions.ApiKey);
        var answer = await _http.SendAsync(request, CancellationToken.None);
        if (answer.IsSuccessStatusCode)
            return answer;
        using (answer)
            throw new BenchmarkException(
                $"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
    }

    private HttpRequestMessage Post(string path, byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = Json;
        return new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = content };
    }
}
