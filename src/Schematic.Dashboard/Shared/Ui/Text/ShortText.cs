namespace Schematic.Dashboard.Shared.Ui.Text;

internal static class ShortText
{
    /// <summary>
    /// The text, or its beginning and an ellipsis where it is longer; never half of a surrogate pair.
    /// </summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest
            ? text
            : $"{text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)}…";
}
