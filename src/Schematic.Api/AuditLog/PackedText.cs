using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace Schematic.Api.AuditLog;

/// <summary>
/// Texts as UTF-8 in Brotli. An answer takes about a third then: most of what an entry makes the database write is the
/// answer, and nobody searches in it.
/// </summary>
internal static class PackedText
{
    // The fastest setting.
    private const int Quality = 1;
    private const int Window = 18;

    public static byte[] Pack(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(utf8.Length));
        try
        {
            return BrotliEncoder.TryCompress(utf8, packed, out var length, Quality, Window)
                ? packed[..length]
                : throw new InvalidOperationException("The longest that it can become was too short.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    public static string Unpack(byte[] packed)
    {
        using var utf8 = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(utf8, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
