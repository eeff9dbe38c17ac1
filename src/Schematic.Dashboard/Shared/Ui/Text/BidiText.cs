using System.Buffers;

namespace Schematic.Dashboard.Shared.Ui.Text;

/// <summary>
/// Text whose invisible marks of direction are written out: with them a name can pass for another, "exe.gpj" for
/// "jpg.exe".
/// </summary>
internal static class BidiText
{
    // Arabic letter mark, marks, embeddings and overrides, isolates.
    private static readonly SearchValues<char> Marks = SearchValues.Create(
        "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    public static string Show(string text) =>
        text.AsSpan().ContainsAny(Marks)
            ? string.Concat(
                text.Select(static letter => Marks.Contains(letter) ? $"[U+{(int)letter:X4}]" : $"{letter}")
            )
            : text;
}
