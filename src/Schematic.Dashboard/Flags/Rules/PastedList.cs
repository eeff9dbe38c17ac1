namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A list copied out of a spreadsheet, a file or a message.</summary>
internal static class PastedList
{
    private static readonly char[] Separators = ['\n', '\r', ',', ';', '\t'];

    /// <summary>Splits the list into its items without blanks, quotes, empty ones and repetitions.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        [
            .. text.Split(Separators, StringSplitOptions.TrimEntries)
                .Select(static item => item.Trim('"', '\'').Trim())
                .Where(static item => item.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
}
