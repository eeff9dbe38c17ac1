using System.Buffers;
using System.Globalization;

namespace Schematic.Api.Http;

/// <summary>
/// Paths of members of a request, in wire names: <c>rules[2].conditions[0].operator</c>, <c>keys.domain</c>.
/// </summary>
internal static class FieldPath
{
    // Longer ones repeat input of the caller that nobody needs to read again.
    private const int MaxLength = 512;

    // As System.Text.Json writes its paths: a name with one of these stands in brackets.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029"
    );

    public static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string Item(string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");

    /// <summary>One entry of a map, whose name the caller chose.</summary>
    public static string Entry(string map, string name) =>
        map.Length + name.Length > MaxLength ? map
        : name.AsSpan().ContainsAny(Special) ? $"{map}['{name}']"
        : Member(map, name);

    /// <summary>
    /// The path in a <see cref="System.Text.Json.JsonException"/>, without its <c>$.</c>; null for the whole body.
    /// </summary>
    public static string? FromJson(string? path) =>
        path is null or "$" ? null
        : path.Length > MaxLength ? Outermost(path)
        : path.TrimStart('$').TrimStart('.');

    private static string? Outermost(string path)
    {
        var name = path.TrimStart('$').TrimStart('.');
        var end = name.AsSpan().IndexOfAny('.', '[');
        return end is > 0 and <= MaxLength ? name[..end] : null;
    }
}
