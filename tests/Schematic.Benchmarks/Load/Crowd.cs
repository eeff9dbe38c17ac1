using System.Globalization;
using System.Net;
using System.Text;

namespace Schematic.Benchmarks.Load;

/// <summary>Those who ask for more than a server has: each kind goes on until it is told to stop.</summary>
internal sealed class Crowd : IDisposable
{
    private const int Checkers = 256;
    private const int Examiners = 16;
    private const int Strangers = 32;
    private static readonly byte[] Subject = Encoding.UTF8.GetBytes("""{"company":{"benchmark":"crowd"}}""");

    private readonly Uri _console;
    private readonly HttpClient _http;

    public Crowd(Uri api, Uri console, string key)
    {
        _console = console;
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = api };
        _http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", key);
    }

    /// <summary>The flag that is checked.</summary>
    public string FlagKey { get; init; } = "";

    public string FlagId { get; init; } = "";

    /// <summary>Each runs until it is stopped, and says then how often it was answered what.</summary>
    public IReadOnlyList<(string Name, Func<CancellationToken, Task<string>> Flood)> Kinds =>
        [
            (Text($"{Examiners} impact requests"), stop => FloodAsync(Examiners, _ => ExamineAsync, stop)),
            (Text($"{Strangers} strangers at sign-in"), stop => FloodAsync(Strangers, _ => Stranger(), stop)),
            (
                Text($"{Checkers} connections with checks"),
                stop => FloodAsync(Checkers, _ => () => PostCheckAsync(_http), stop)
            ),
            ("all of them", AllAsync),
        ];

    public async Task CheckAsync(HttpClient http)
    {
        if (await PostCheckAsync(http) is not HttpStatusCode.OK and var status)
            throw new BenchmarkException($"A check beside the crowd was answered {(int)status}.");
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpStatusCode> PostCheckAsync(HttpClient http) => PostAsync(http, $"/flags/{FlagKey}/check", Subject);

    // Tries passwords, each time with another email.
    private Func<Task<HttpStatusCode>> Stranger()
    {
        var visitor = new ConsoleVisitor(_console);
        return () => visitor.TryAsync(Text($"{Guid.NewGuid():n}@example.com"), "a guess");
    }

    private Task<HttpStatusCode> ExamineAsync() =>
        PostAsync(
            _http,
            $"/flags/{FlagId}/impact",
            """{"rules":[{"name":"All","priority":1,"value":true,"conditions":[],"condition_groups":[]}]}"""u8.ToArray()
        );

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path, byte[] json)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new("application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.StatusCode;
    }

    private async Task<string> AllAsync(CancellationToken stop) =>
        string.Join(
            "; ",
            await Task.WhenAll(Kinds.SkipLast(1).Select(async kind => $"{kind.Name}: {await kind.Flood(stop)}"))
        );

    // Refused ones come back after a tenth of a second: sooner than they are told to.
    private static async Task<string> FloodAsync(
        int clients,
        Func<int, Func<Task<HttpStatusCode>>> client,
        CancellationToken stop
    )
    {
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<HttpStatusCode, int>();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(n => Task.Run(() => RunAsync(client(n)), stop)));
        return string.Join(
            ", ",
            answers.OrderBy(static pair => pair.Key).Select(static pair => Text($"{pair.Value} × {(int)pair.Key}"))
        );

        async Task RunAsync(Func<Task<HttpStatusCode>> ask)
        {
            while (!stop.IsCancellationRequested)
            {
                var status = await ask();
                answers.AddOrUpdate(status, 1, static (_, count) => count + 1);
                if (status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                    await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
