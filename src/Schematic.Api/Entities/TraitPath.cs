using System.Globalization;
using System.Text;
using System.Text.Json;
using Schematic.Api.Http;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entities;

/// <summary>A trait's place in nested objects, outermost first. Most have one step: their name.</summary>
internal static class TraitPath
{
    /// <summary>
    /// JSON is read and written to 64 levels, of which an answer needs some around the traits: what is stored can be
    /// read back.
    /// </summary>
    public const int MaxSteps = 50;

    public const int MaxStepLength = 255;

    // Of the stored form in UTF-8: an index of PostgreSQL holds no entry beyond 2,704.
    private const int MaxBytes = 2048;

    /// <summary>
    /// The form in which <see cref="EntityTraitDefinitionRow.Hierarchy"/> is stored; equal paths have equal text.
    /// </summary>
    /// <exception cref="ApiException">The names are too long together.</exception>
    public static string ToText(IReadOnlyList<string> steps)
    {
        var text = $"[{string.Join(',', steps.Select(Quote))}]";
        return Encoding.UTF8.GetByteCount(text) <= MaxBytes
            ? text
            : throw ApiProblem.BadRequest(
                $"The trait \"{ApiProblem.Shorten(Dotted(steps))}\" is nested in names of more than {MaxBytes} bytes together. Shorten them."
            );
    }

    public static IReadOnlyList<string> FromText(string text) =>
        JsonSerializer.Deserialize<IReadOnlyList<string>>(text, WireJson.Strict)!;

    /// <summary>How a person writes it: <c>address.city</c>.</summary>
    public static string Dotted(IReadOnlyList<string> steps) => string.Join('.', steps);

    /// <summary>Whether <c>["address","city"]</c> is inside <c>["address"]</c>.</summary>
    public static bool IsInside(string hierarchy, string outer) =>
        hierarchy.Length > outer.Length
        && hierarchy[outer.Length - 1] == ','
        && hierarchy.AsSpan().StartsWith(outer.AsSpan(..^1), StringComparison.Ordinal);

    // JSON as the serializer reads it, not as it writes it: every encoder of .NET makes twelve bytes of an emoji.
    private static string Quote(string step)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in step)
        {
            if (unit < ' ')
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
            else
                json.Append(unit is '"' or '\\' ? "\\" : "").Append(unit);
        }

        return json.Append('"').ToString();
    }
}
