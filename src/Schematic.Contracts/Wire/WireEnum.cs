using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>The wire names of an enum: those of <see cref="JsonStringEnumMemberNameAttribute"/>, and no others.</summary>
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

    /// <summary>Every value that may stand on the wire, in alphabetical order.</summary>
    public static IReadOnlyList<string> WireNames { get; } = [.. Values.Keys.Order(StringComparer.Ordinal)];

    public static bool TryParse(string text, out T value) => Values.TryGetValue(text, out value);

    /// <summary>The wire name; the member's own name where it has none (a value this version does not know).</summary>
    public static string ToWire(T value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
}
