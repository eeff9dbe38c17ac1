using System.Buffers;
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

    /// <summary>
    /// Characters that FTS5 takes for others though lower case leaves them as they are. They are replaced here, so that
    /// an index, a LIKE and a comparison of text find the same on both databases: "ΝΊΚΟΣ" finds "Νίκος".
    /// </summary>
    private static readonly SearchValues<char> Variants = SearchValues.Create(
        "\u00B5\u017F\u0345\u03C2\u03D0\u03D1\u03D5\u03D6\u03F0\u03F1\u03F5\u1E9B\u1FBE\uFFFE\uFFFF"
    );

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
        Fold(text.ToLowerInvariant()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text) =>
        text.AsSpan().ContainsAny(Variants)
            ? string.Create(
                text.Length,
                text,
                static (folded, text) =>
                {
                    for (var i = 0; i < text.Length; i++)
                        folded[i] = Fold(text[i]);
                }
            )
            : text;

    private static char Fold(char character) =>
        character switch
        {
            '\u00B5' => '\u03BC',
            '\u017F' => 's',
            '\u0345' or '\u1FBE' => '\u03B9',
            '\u03C2' => '\u03C3',
            '\u03D0' => '\u03B2',
            '\u03D1' => '\u03B8',
            '\u03D5' => '\u03C6',
            '\u03D6' => '\u03C0',
            '\u03F0' => '\u03BA',
            '\u03F1' => '\u03C1',
            '\u03F5' => '\u03B5',
            '\u1E9B' => '\u1E61',
            '\uFFFE' or '\uFFFF' => '\uFFFD',
            _ => character,
        };

    // Characters, not UTF-16 units: both indexes count code points.
    private static string PadToTrigram(string word)
    {
        var length = word.EnumerateRunes().Take(TrigramLength).Count();
        return length < TrigramLength ? Gap[..(TrigramLength - length)] + word : word;
    }
}
