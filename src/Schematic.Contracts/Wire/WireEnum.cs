using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Wire names of an enum, all from <see cref="JsonStringEnumMemberNameAttribute"/>.</summary>
/// <typeparam name="T">The enum.</typeparam>
public static class WireEnum<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names = typeof(T)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (Field: field, field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name))
        .Where(member => member.Name is not null)
        .ToFrozenDictionary(member => (T)member.Field.GetValue(null)!, member => member.Name!);

    private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    /// <summary>Every value that the wire allows, in alphabetical order.</summary>
    public static IReadOnlyList<string> WireNames { get; } = [.. Values.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads a wire name, in exactly its case; false for any other text.</summary>
    public static bool TryParse(string text, out T value) => Values.TryGetValue(text, out value);

    /// <summary>The wire name; the member's own name for <c>Unknown</c>, which has none.</summary>
    public static string ToWire(T value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
}
