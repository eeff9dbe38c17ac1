using System.Security.Cryptography;

namespace Schematic.Api.Persistence;

/// <summary>
/// Public ids: a type prefix, <c>_</c>, and 26 characters that sort by time of creation (48 bits of milliseconds, 80
/// random bits, Crockford base 32).
/// </summary>
internal static class NewId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int TimeLength = 10;

    // The end of the year 9999, beyond which there is no time.
    private const long MaxMilliseconds = 253_402_300_799_999;
    private const int RandomLength = 16;

    public static string For(string prefix, DateTimeOffset now) =>
        string.Create(
            prefix.Length + 1 + TimeLength + RandomLength,
            (prefix, now),
            static (text, state) =>
            {
                state.prefix.CopyTo(text);
                text[state.prefix.Length] = '_';
                var time = text.Slice(state.prefix.Length + 1, TimeLength);
                var milliseconds = state.now.ToUnixTimeMilliseconds();
                for (var i = TimeLength - 1; i >= 0; i--, milliseconds >>= 5)
                    time[i] = Alphabet[(int)(milliseconds & 31)];
                Span<byte> random = stackalloc byte[RandomLength];
                RandomNumberGenerator.Fill(random);
                var rest = text[^RandomLength..];
                for (var i = 0; i < RandomLength; i++)
                    rest[i] = Alphabet[random[i] & 31];
            }
        );

    /// <summary>The millisecond in which the id was made; null if it is no id of that kind.</summary>
    public static DateTimeOffset? TimeOf(string prefix, string id)
    {
        if (
            id.Length != prefix.Length + 1 + TimeLength + RandomLength
            || !id.StartsWith(prefix, StringComparison.Ordinal)
            || id[prefix.Length] != '_'
        )
            return null;
        var milliseconds = 0L;
        foreach (var digit in id.AsSpan(prefix.Length + 1, TimeLength))
        {
            var value = Alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0)
                return null;
            milliseconds = (milliseconds << 5) | (uint)value;
        }

        return milliseconds <= MaxMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    /// <summary>The part of <paramref name="id"/> after its prefix.</summary>
    public static ReadOnlySpan<char> Unique(string id) => id.AsSpan(id.IndexOf('_', StringComparison.Ordinal) + 1);
}
