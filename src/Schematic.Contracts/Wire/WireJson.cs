using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Schematic.Contracts.Wire;

/// <summary>How the contracts are written and read: snake_case names, enums by wire name, times in UTC.</summary>
public static class WireJson
{
    public static JsonNamingPolicy Naming => JsonNamingPolicy.SnakeCaseLower;

    /// <summary>For a server: unknown enum values, duplicate members and null where it is not allowed are errors.</summary>
    public static JsonSerializerOptions Strict { get; } = Make(tolerant: false);

    /// <summary>For a client: what a newer server may send besides is passed over.</summary>
    public static JsonSerializerOptions Tolerant { get; } = Make(tolerant: true);

    private static JsonSerializerOptions Make(bool tolerant)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = Naming,
            RespectNullableAnnotations = !tolerant,
            AllowDuplicateProperties = tolerant,
            // Answers are JSON, never pasted into HTML: escaping quotes and non-ASCII would only make them longer.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new WireEnumConverter(tolerant), new WireTimeConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}
