using System.Buffers.Binary;

namespace Schematic.Testing.Circuits;

/// <summary>
/// What a console sends to a circuit, as SignalR packs it: messages of MessagePack behind their lengths, of which only
/// those that draw are looked into.
/// </summary>
internal static class RenderBatches
{
    // An invocation without headers and id, whose method is a short string.
    private static readonly byte[] Invocation = [0x01, 0x80, 0xc0];
    private static readonly byte[] Method = [0xa0 | 14, .. "JS.RenderBatch"u8];

    /// <summary>Takes the whole messages away, and leaves what has begun.</summary>
    /// <returns>The numbers of the batches among them.</returns>
    public static IReadOnlyList<long> Take(ref MemoryStream received)
    {
        var bytes = received.GetBuffer().AsSpan(0, (int)received.Length);
        var batches = new List<long>();
        var at = 0;
        while (TryReadLength(bytes[at..], out var prefix, out var length) && bytes.Length - at >= prefix + length)
        {
            if (ReadBatch(bytes.Slice(at + prefix, length)) is { } batch)
                batches.Add(batch);
            at += prefix + length;
        }

        if (at > 0)
        {
            var rest = new MemoryStream();
            rest.Write(bytes[at..]);
            received = rest;
        }

        return batches;
    }

    /// <summary>The message that a batch is drawn.</summary>
    public static byte[] Completed(long batch)
    {
        Span<byte> number = stackalloc byte[9];
        number[0] = 0xd3;
        BinaryPrimitives.WriteInt64BigEndian(number[1..], batch);
        return Frame([
            .. (byte[])[0x96, .. Invocation, 0xa0 | 17, .. "OnRenderCompleted"u8, 0x92],
            .. number,
            0xc0,
            0x90,
        ]);
    }

    /// <summary>A message behind its length, seven bits a byte.</summary>
    public static byte[] Frame(byte[] message)
    {
        var length = new List<byte>();
        for (var rest = message.Length; rest > 0; rest >>= 7)
            length.Add((byte)((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0)));
        return [.. length, .. message];
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

    private static long? ReadBatch(ReadOnlySpan<byte> message)
    {
        if (message.Length < 1 || !message[1..].StartsWith([.. Invocation, .. Method]))
            return null;
        // Behind the method the header of its arguments, then the number.
        var number = message[(2 + Invocation.Length + Method.Length)..];
        return number[0] switch
        {
            < 0x80 => number[0],
            0xcc => number[1],
            0xcd or 0xd1 => BinaryPrimitives.ReadUInt16BigEndian(number[1..]),
            0xce or 0xd2 => BinaryPrimitives.ReadUInt32BigEndian(number[1..]),
            _ => BinaryPrimitives.ReadInt64BigEndian(number[1..]),
        };
    }
}
