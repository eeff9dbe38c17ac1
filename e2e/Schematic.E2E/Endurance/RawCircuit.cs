using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Endurance;

/// <summary>
/// A circuit as the client script opens it, without a browser: 200 of them are nothing to a small machine.
/// </summary>
internal sealed partial class RawCircuit : IDisposable
{
    private const byte RecordSeparator = 0x1e;

    private readonly ClientWebSocket _socket = new();

    public static async Task<RawCircuit> OpenAsync(
        HostedConsole console,
        string path,
        string cookie,
        CancellationToken cancellationToken
    )
    {
        using var http = console.Http(cookie);
        var page = await http.GetStringAsync(path, cancellationToken);
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
        circuit._socket.Options.SetRequestHeader("Cookie", cookie);
        circuit._socket.Options.SetRequestHeader("Origin", console.Address.GetLeftPart(UriPartial.Authority));
        await circuit._socket.ConnectAsync(
            new UriBuilder(console.Address) { Scheme = "ws", Path = "/_blazor" }.Uri,
            cancellationToken
        );
        await circuit.SendAsync(
            [.. Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}"""), RecordSeparator],
            cancellationToken
        );
        var start = new Uri(console.Address, path).ToString();
        await circuit.InvokeAsync("StartCircuit", [console.Address.ToString(), start, "[]", state], cancellationToken);
        await circuit.InvokeAsync("UpdateRootComponents", [operations, state], cancellationToken);
        return circuit;
    }

    /// <summary>Goes without a word, as a machine does whose network fails.</summary>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
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
        var length = new List<byte>();
        for (var rest = message.Length; rest > 0; rest >>= 7)
            length.Add((byte)((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0L)));
        await SendAsync([.. length, .. message.ToArray()], cancellationToken);
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
