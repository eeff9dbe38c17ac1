using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Http.Unread;

/// <summary>What no client of .NET would send, over a bare socket.</summary>
public sealed class UnreadRequestsTests(SqliteApi api) : IClassFixture<SqliteApi>
{
    private const string Host = "Host: localhost\r\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> Requests { get; } =
        new()
        {
            { 400, $"GET /companies/%00 HTTP/1.1\r\n{Host}\r\n" },
            { 400, $"DELETE /%00 HTTP/1.1\r\n{Host}\r\n" },
            { 400, "GET / HTTP/1.1\r\n\r\n" },
            { 400, "GET / HTTP/1.1\r\nHost: two words\r\n\r\n" },
            { 400, "nonsense\r\n\r\n" },
            { 414, $"GET /{new string('a', 9_000)} HTTP/1.1\r\n{Host}\r\n" },
            { 431, $"GET / HTTP/1.1\r\n{Host}X-Long: {new string('a', 40_000)}\r\n\r\n" },
            { 431, $"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Repeat("X-Many: 1\r\n", 101))}\r\n" },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_that_cannot_be_read_is_refused_like_any_other(int status, string request)
    {
        AssertRefusal(status, await SendAsync(request));
        // Also where the connection has been answered before.
        var twice = await SendAsync($"GET /health/live HTTP/1.1\r\n{Host}\r\n", request);
        Assert.StartsWith("HTTP/1.1 200 OK", twice, StringComparison.Ordinal);
        AssertRefusal(status, twice[twice.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal)..]);
        Assert.Empty(api.Server.Logs.Errors);
    }

    private static void AssertRefusal(int status, string answer)
    {
        var (head, body) = (answer.Split("\r\n\r\n")[0], answer.Split("\r\n\r\n")[1]);
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "),
            head,
            StringComparison.Ordinal
        );
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close", head, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {body.Length}\r\n"),
            head,
            StringComparison.Ordinal
        );
        Assert.Matches(@"\A[A-Z].*\.\z", JsonElement.Parse(body).GetProperty("error").GetString());
    }

    /// <summary>Everything that is answered until the connection ends.</summary>
    private async Task<string> SendAsync(params string[] requests)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(api.Server.BaseAddress.Host, api.Server.BaseAddress.Port, Cancellation);
        var stream = client.GetStream();
        foreach (var request in requests)
            await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer, Cancellation) is > 0 and var count)
                answer.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // Reset, because not all of the request was read; the answer came before.
        }

        return answer.ToString();
    }
}
