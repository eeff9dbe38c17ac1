using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

internal sealed class WireTimeConverter : JsonConverter<DateTimeOffset>
{
    // "2026-11-20T13:37:00.123456Z", and what "O" writes, which has a digit more.
    private const int Length = 27;
    private const int RoundTripLength = 28;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A page of companies has hundreds of times in the form that Write gives them. The framework's reader needs
        // neither a string nor a regex for them. It also takes times without an offset or without seconds; of this
        // length, with a Z at the end, there are none.
        if (
            reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false }
            && reader.ValueSpan is [.., (byte)'Z'] and { Length: Length }
            && reader.TryGetDateTimeOffset(out var time)
        )
            return time;
        return reader.TokenType == JsonTokenType.String && WireTime.TryParse(reader.GetString()!, out time)
            ? time
            : throw new WireFormatException("must be an RFC 3339 date-time with an offset, like 2026-11-20T13:37:00Z");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[RoundTripLength];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[Length - 1] = (byte)'Z';
        writer.WriteStringValue(text[..Length]);
    }
}
