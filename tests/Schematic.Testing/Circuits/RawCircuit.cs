using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Schematic.Testing.Circuits;

/// <summary>
/// A circuit as the client script opens it, without a browser: 200 of them are nothing to a small machine.
/// </summary>
public sealed partial class RawCircuit : IDisposable
{
    private const byte RecordSeparator = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private Task _answering = Task.CompletedTask;

    /// <summary>Whether the console still talks to it.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open && !_answering.IsCompleted;

    /// <param name="visitor">Has the console's address, and sends the cookie of a session with each request.</param>
    public static async Task<RawCircuit> OpenAsync(HttpClient visitor, string path, CancellationToken cancellationToken)
    {
        var console = visitor.BaseAddress!;
        var page = await visitor.GetStringAsync(path, cancellationToken);
        var operations = JsonSerializer.Serialize(
            new
            {
                batchId = 1,
                operations = Marker()
                    .Matches(page)
                    .Select(static match => JsonElement.Parse(match.Groups[1].Value))
                    .Where(static marker => marker.TryGetProperty("descriptor", out _))
                    .Select(
                        static (marker, index) =>
                            new
                            {
                                type = "add",
                                ssrComponentId = index + 1,
                                marker,
                            }
                    ),
            }
        );
        var state = State().Match(page).Groups[1].Value;
        var circuit = new RawCircuit();
        circuit._socket.Options.SetRequestHeader(
            "Cookie",
            string.Join("; ", visitor.DefaultRequestHeaders.GetValues("Cookie"))
        );
        circuit._socket.Options.SetRequestHeader("Origin", console.GetLeftPart(UriPartial.Authority));
        await circuit._socket.ConnectAsync(
            new UriBuilder(console) { Scheme = "ws", Path = "/_blazor" }.Uri,
            cancellationToken
        );
        await circuit.SendAsync(
            [.. Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}"""), RecordSeparator],
            cancellationToken
        );
        await circuit.ShakeHandsAsync(cancellationToken);
        var start = new Uri(console, path).ToString();
        await circuit.InvokeAsync("StartCircuit", [console.ToString(), start, "[]", state], cancellationToken);
        await circuit.InvokeAsync("UpdateRootComponents", [operations, state], cancellationToken);
        circuit._answering = circuit.AnswerAsync();
        return circuit;
    }

    /// <summary>Goes without a word, as a machine does whose network fails.</summary>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        var answer = new byte[256];
        var part = await _socket.ReceiveAsync(answer, cancellationToken);
        if (Encoding.UTF8.GetString(answer, 0, part.Count) is not "{}\u001e" and var refusal)
            throw new WebSocketException($"The console shook no hands: {refusal}");
    }

    // Ends with the connection, whichever side ends it.
    private async Task AnswerAsync()
    {
        var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { Count: > 0 } part)
            {
                received.Write(buffer, 0, part.Count);
                foreach (var answer in CircuitMessages.Take(ref received))
                    await SendAsync(answer, CancellationToken.None);
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            await received.DisposeAsync();
        }
    }

    // SignalR's invocation in MessagePack: its kind, no headers, an id, the method, the arguments, no streams.
    private async Task InvokeAsync(string method, string[] values, CancellationToken cancellationToken)
    {
        var arguments = values.SelectMany(CircuitMessages.Text);
        byte[] message =
        [
            .. (byte[])[0x96, 0x01, 0x80, .. CircuitMessages.Text(method), .. CircuitMessages.Text(method)],
            (byte)(0x90 | values.Length),
            .. arguments,
            0x90,
        ];
        await SendAsync(CircuitMessages.Frame(message), cancellationToken);
    }

    private Task SendAsync(byte[] bytes, CancellationToken cancellationToken) =>
        _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
