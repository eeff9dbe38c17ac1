using System.Buffers.Binary;
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
    private Task _drawing = Task.CompletedTask;

    /// <summary>Whether the console still talks to it.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open && !_drawing.IsCompleted;

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
        circuit._drawing = circuit.DrawAsync();
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

    // Says of each batch that it has been drawn: the console would keep those of which it does not know. Ends with the
    // connection, whichever side ends it.
    private async Task DrawAsync()
    {
        var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { Count: > 0 } part)
            {
                received.Write(buffer, 0, part.Count);
                foreach (var batch in RenderBatches.Take(ref received))
                    await SendAsync(RenderBatches.Completed(batch), CancellationToken.None);
            }
        }
        catch (Exception cut) when (cut is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            await received.DisposeAsync();
        }
    }

    // SignalR's invocation in MessagePack: its kind, no headers, an id, the method, the arguments, no streams.
    private async Task InvokeAsync(string method, string[] arguments, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        message.Write([0x96, 0x01, 0x80]);
        Write(message, method);
        Write(message, method);
        message.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Write(message, argument);
        message.WriteByte(0x90);
        await SendAsync(RenderBatches.Frame(message.ToArray()), cancellationToken);
    }

    private Task SendAsync(byte[] bytes, CancellationToken cancellationToken) =>
        _socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);

    private static void Write(MemoryStream message, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        message.WriteByte(0xdb);
        message.Write(length);
        message.Write(utf8);
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex State();
}
