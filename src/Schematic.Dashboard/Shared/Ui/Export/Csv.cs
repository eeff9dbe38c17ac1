using System.Text;

namespace Schematic.Dashboard.Shared.Ui.Export;

/// <summary>Lines of CSV (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class Csv
{
    /// <summary>Characters at which a spreadsheet takes a cell for a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>Text that no spreadsheet runs; empty for null.</summary>
    public static string Text(string? text) =>
        string.IsNullOrEmpty(text) ? ""
        : FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}"
        : text;

    public static string Line(IEnumerable<string> cells) =>
        new StringBuilder().AppendJoin(',', cells.Select(Quote)).Append("\r\n").ToString();

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
