using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Member of an update that tells left out (keep), null (clear) and a value (set) apart.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The new value; null clears.</param>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T>(T? Value)
{
    /// <summary>True if the member was sent, with null or with a value.</summary>
    public bool IsSet { get; } = true;

    /// <summary>The new value if one was sent, otherwise <paramref name="current"/>.</summary>
    public T? Or(T? current) => IsSet ? Value : current;

    /// <summary>A member that was sent with this value.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);
}

internal sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        // By the converter, not by a serialization of its own: that would lose the path which names the field in an
        // error.
        public override Optional<T> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => new(((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options));

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
