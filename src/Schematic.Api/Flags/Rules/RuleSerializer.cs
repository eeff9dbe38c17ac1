using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags.Rules;

/// <summary>The stored form of a flag's rules: JSON with the names and enum values of the wire.</summary>
internal static class RuleSerializer
{
    /// <summary>The form of no rules.</summary>
    public const string None = "[]";

    // Read tolerantly: an instance that is not upgraded yet shares the database with one that is.
    private static readonly JsonSerializerOptions Form = new(WireJson.Tolerant)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IReadOnlyList<FlagRule> Read(string? stored) =>
        stored is null or None ? [] : JsonSerializer.Deserialize<IReadOnlyList<FlagRule>>(stored, Form)!;

    /// <summary>Equal rules have equal texts.</summary>
    public static string Write<T>(T rules) => JsonSerializer.Serialize(rules, Form);
}
