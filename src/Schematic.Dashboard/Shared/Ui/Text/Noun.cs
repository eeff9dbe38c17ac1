namespace Schematic.Dashboard.Shared.Ui.Text;

/// <summary>What a page calls its things inside a sentence: <c>company</c>, <c>companies</c>.</summary>
public sealed record Noun(string One, string Many)
{
    /// <summary>The plural at the beginning of a line.</summary>
    public string Title => char.ToUpperInvariant(Many[0]) + Many[1..];
}
