using System.Net;
using System.Text.RegularExpressions;

namespace Schematic.Benchmarks.Load;

/// <summary>A member who reads one page of the console over and over, without a circuit.</summary>
internal sealed partial class ConsoleVisitor : IDisposable
{
    private const string SignInPath = "/sign-in";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private string? _token;
    private Uri _page = new("/", UriKind.Relative);

    public ConsoleVisitor(Uri console) =>
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, UseProxy = false })
        {
            BaseAddress = console,
        };

    /// <summary>The page that is read over and over.</summary>
    public string Page => _page.ToString();

    /// <summary>The cookies of this visitor, as a header has them.</summary>
    public string Cookie => _cookies.GetCookieHeader(_http.BaseAddress!);

    public async Task SignInAsync(string email, string password)
    {
        using var answer = await PostFormAsync(email, password);
        var landed = answer.RequestMessage!.RequestUri!.AbsolutePath;
        var environment = Place().Match(landed + await answer.Content.ReadAsStringAsync());
        if (landed == SignInPath || !environment.Success)
            throw new BenchmarkException($"Signing in led to {(int)answer.StatusCode} at {landed}.");
        _page = new Uri($"{environment.Value}/companies", UriKind.Relative);
    }

    /// <returns>How the attempt was answered: 200 is the form again.</returns>
    public async Task<HttpStatusCode> TryAsync(string email, string password)
    {
        using var answer = await PostFormAsync(email, password);
        return answer.StatusCode;
    }

    public async Task VisitAsync()
    {
        using var answer = await _http.GetAsync(_page);
        if (answer.StatusCode != HttpStatusCode.OK || answer.RequestMessage!.RequestUri!.AbsolutePath != $"{_page}")
            throw new BenchmarkException($"{_page} answered {(int)answer.StatusCode}.");
        await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostFormAsync(string email, string password)
    {
        var address = new Uri(SignInPath, UriKind.Relative);
        // The form, and with it a token and a cookie, is read once.
        _token ??= Token().Match(await _http.GetStringAsync(address)).Groups[1].Value;
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = _token,
                ["Form.Email"] = email,
                ["Form.Password"] = password,
            }
        );
        return await _http.PostAsync(address, fields);
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("/env/env_[A-Za-z0-9]+")]
    private static partial Regex Place();
}
