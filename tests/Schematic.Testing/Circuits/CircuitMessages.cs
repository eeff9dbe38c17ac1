using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Schematic.Testing.Circuits;

/// <summary>
/// What a console sends to a circuit, as SignalR packs it: messages of MessagePack behind their lengths. A browser
/// answers those that draw and those that call its script; the console keeps what it has no answer to.
/// </summary>
internal static class CircuitMessages
{
    private const long Reference = 1;

    // An invocation without headers and id.
    private static readonly byte[] Invocation = [0x01, 0x80, 0xc0];

    /// <summary>Takes the whole messages away, and leaves what has begun.</summary>
    /// <returns>The answers to them.</returns>
    public static IReadOnlyList<byte[]> Take(ref MemoryStream received)
    {
        var bytes = received.GetBuffer().AsSpan(0, (int)received.Length);
        var answers = new List<byte[]>();
        var at = 0;
        while (TryReadLength(bytes[at..], out var prefix, out var length) && bytes.Length - at >= prefix + length)
        {
            if (Answer(bytes.Slice(at + prefix, length)) is { } answer)
                answers.Add(answer);
            at += prefix + length;
        }

        if (at > 0)
        {
            var rest = new MemoryStream();
            rest.Write(bytes[at..]);
            received = rest;
        }

        return answers;
    }

    /// <summary>A message behind its length, seven bits a byte.</summary>
    public static byte[] Frame(byte[] message)
    {
        var length = new List<byte>();
        for (var rest = message.Length; rest > 0; rest >>= 7)
            length.Add((byte)((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0)));
        return [.. length, .. message];
    }

    /// <summary>A text of MessagePack.</summary>
    public static byte[] Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
        return [0xdb, .. length, .. utf8];
    }

    private static bool TryReadLength(ReadOnlySpan<byte> bytes, out int prefix, out int length)
    {
        length = 0;
        for (prefix = 0; prefix < bytes.Length; )
        {
            var part = bytes[prefix];
            length |= (part & 0x7f) << (7 * prefix++);
            if (part < 0x80)
                return true;
        }

        return false;
    }

    // Behind the method stand the header of its arguments, and then these.
    private static byte[]? Answer(ReadOnlySpan<byte> message)
    {
        if (message.Length < 1 || !message[1..].StartsWith(Invocation))
            return null;
        var rest = message[(1 + Invocation.Length)..];
        var method = ReadText(ref rest);
        rest = rest[1..];
        switch (method)
        {
            case "JS.RenderBatch":
                return Invoke("OnRenderCompleted", Number(ReadNumber(ref rest)), [0xc0]);
            case "JS.BeginInvokeJS":
                var call = ReadNumber(ref rest);
                ReadText(ref rest);
                ReadText(ref rest);
                var result = ReadNumber(ref rest) == Reference ? """{"__jsObjectId":1}""" : "null";
                var outcome = string.Create(CultureInfo.InvariantCulture, $"[{call},true,{result}]");
                return Invoke("EndInvokeJSFromDotNet", Number(call), [0xc3], Text(outcome));
            default:
                return null;
        }
    }

    private static byte[] Invoke(string method, params byte[][] arguments) =>
        Frame([
            .. (byte[])[0x96, .. Invocation, .. Text(method), (byte)(0x90 | arguments.Length)],
            .. arguments.SelectMany(static argument => argument),
            0x90,
        ]);

    private static byte[] Number(long number)
    {
        var bytes = new byte[9];
        bytes[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), number);
        return bytes;
    }

    private static string? ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var (prefix, length) = bytes[0] switch
        {
            0xc0 => (1, 0),
            0xd9 => (2, bytes[1]),
            0xda => (3, BinaryPrimitives.ReadUInt16BigEndian(bytes[1..])),
            0xdb => (5, BinaryPrimitives.ReadInt32BigEndian(bytes[1..])),
            var small => (1, small & 0x1f),
        };
        var text = bytes[0] == 0xc0 ? null : Encoding.UTF8.GetString(bytes.Slice(prefix, length));
        bytes = bytes[(prefix + length)..];
        return text;
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var (length, number) = bytes[0] switch
        {
            0xcc or 0xd0 => (2, bytes[1]),
            0xcd or 0xd1 => (3, BinaryPrimitives.ReadUInt16BigEndian(bytes[1..])),
            0xce or 0xd2 => (5, BinaryPrimitives.ReadUInt32BigEndian(bytes[1..])),
            0xcf or 0xd3 => (9, BinaryPrimitives.ReadInt64BigEndian(bytes[1..])),
            var small => (1, small),
        };
        bytes = bytes[length..];
        return number;
    }
}
