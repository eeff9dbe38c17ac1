using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>
/// Reads and writes enums by their wire names. The server refuses a name it does not know and lists the allowed ones;
/// a client reads it as the enum's <c>Unknown</c>, so that a newer server does not break an older console.
/// </summary>
internal sealed class WireEnumConverter(bool tolerant) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        // Named, for (Type, bool) is another overload, which takes the bool for "also non-public constructors".
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), args: [tolerant])!;

    private sealed class Converter<T>(bool tolerant) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String && WireEnum<T>.TryParse(reader.GetString()!, out var value))
                return value;
            if (!tolerant)
                throw new WireFormatException($"must be one of {string.Join(", ", WireEnum<T>.WireNames)}");
            reader.Skip();
            return default;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WireEnum<T>.ToWire(value));

        public override T ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => WireEnum<T>.TryParse(reader.GetString()!, out var value) ? value : default;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(WireEnum<T>.ToWire(value));
    }
}
