namespace Schematic.Api.Persistence;

/// <summary>
/// A part of a text that is looked for in upper or lower case, with <c>column.ToLower().Contains(part)</c>: no index,
/// for tables of hundreds of rows.
/// </summary>
internal static class TextPart
{
    /// <summary>
    /// Both databases fold the case of ASCII letters only; what is looked for must be folded no further.
    /// </summary>
    /// <returns>Null where nothing is looked for.</returns>
    public static string? FromQuery(string? q) =>
        string.IsNullOrEmpty(q)
            ? null
            : string.Concat(
                q.Select(static letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter)
            );
}
