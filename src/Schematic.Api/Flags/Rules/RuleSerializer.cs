using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Reads and writes the stored form of a flag's rules: JSON with the names and enum values of the wire.
/// </summary>
internal static class RuleSerializer
{
    /// <summary>The stored form of an empty list.</summary>
    public const string None = "[]";

    // Tolerant: an instance that is not upgraded yet may read what an upgraded one wrote.
    private static readonly JsonSerializerOptions Form = new(WireJson.Tolerant)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IReadOnlyList<FlagRule> Read(string? stored) =>
        stored is null or None ? [] : JsonSerializer.Deserialize<IReadOnlyList<FlagRule>>(stored, Form)!;

    /// <summary>Equal rules have equal texts.</summary>
    public static string Write<T>(T rules) => JsonSerializer.Serialize(rules, Form);
}
