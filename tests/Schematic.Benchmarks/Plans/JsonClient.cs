using System.Net.Http.Json;
using System.Text.Json;

namespace Schematic.Benchmarks.Plans;

/// <summary>Sends what is to be there before anything is measured.</summary>
internal sealed class JsonClient : IDisposable
{
    private readonly HttpClient _http;

    public JsonClient(Uri address)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
    }

    /// <returns>The data of the answer.</returns>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text).GetProperty("data")
            : throw new BenchmarkException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }

    public void Dispose() => _http.Dispose();
}
