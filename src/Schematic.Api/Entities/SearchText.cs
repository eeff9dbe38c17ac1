using System.Text;

namespace Schematic.Api.Entities;

/// <summary>
/// The text that <c>q</c> searches, and the terms that <c>q</c> asks for, in one form for both trigram indexes: lower
/// case, each word after two spaces. A term of three characters or more is found anywhere in a word; a shorter one,
/// which has no trigram of its own, is found at the start of a word, where the two spaces make it one.
/// </summary>
internal static class SearchText
{
    private const string Gap = "  ";
    private const int TrigramLength = 3;

    public static string Document(IEnumerable<string> texts)
    {
        var document = new StringBuilder();
        foreach (var word in texts.SelectMany(Words))
            document.Append(Gap).Append(word);
        return document.ToString();
    }

    /// <summary>The terms a document must hold all of; empty where <paramref name="q"/> asks for nothing.</summary>
    public static IReadOnlyList<string> Terms(string? q) =>
        [.. Words(q ?? "").Distinct(StringComparer.Ordinal).Select(PadToTrigram)];

    public static string Fts5(IEnumerable<string> terms) =>
        string.Join(
            " AND ",
            terms.Select(static term => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
        );

    /// <summary>A LIKE pattern; <c>\</c> is the escape character.</summary>
    public static string Like(string term) =>
        $"%{term.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // Characters, not UTF-16 units: both indexes count code points.
    private static string PadToTrigram(string word)
    {
        var length = word.EnumerateRunes().Take(TrigramLength).Count();
        return length < TrigramLength ? Gap[..(TrigramLength - length)] + word : word;
    }
}
