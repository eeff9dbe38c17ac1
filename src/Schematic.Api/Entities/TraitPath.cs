using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entities;

/// <summary>A trait's place in nested objects, outermost first. Most have one step: their name.</summary>
internal static class TraitPath
{
    /// <summary>JSON is read and written to 64 levels, of which an answer needs some around the traits: what is stored can be read back.</summary>
    public const int MaxSteps = 50;

    public const int MaxStepLength = 255;

    /// <summary>The form in which <see cref="EntityTraitDefinitionRow.Hierarchy"/> is stored; equal paths have equal text.</summary>
    public static string ToText(IReadOnlyList<string> steps) => JsonSerializer.Serialize(steps, WireJson.Strict);

    public static IReadOnlyList<string> FromText(string text) => JsonSerializer.Deserialize<IReadOnlyList<string>>(text, WireJson.Strict)!;

    /// <summary>How a person writes it: <c>address.city</c>.</summary>
    public static string Dotted(IReadOnlyList<string> steps) => string.Join('.', steps);

    /// <summary>Whether <c>["address","city"]</c> is inside <c>["address"]</c>.</summary>
    public static bool IsInside(string hierarchy, string outer) =>
        hierarchy.Length > outer.Length && hierarchy[outer.Length - 1] == ',' && hierarchy.AsSpan().StartsWith(outer.AsSpan(..^1), StringComparison.Ordinal);
}
