using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

internal sealed class WireTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && WireTime.TryParse(reader.GetString()!, out var time)
            ? time
            : throw new WireFormatException("must be an RFC 3339 date-time with an offset, like 2026-11-20T13:37:00Z");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WireTime.ToWire(value));
}
