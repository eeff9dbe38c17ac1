namespace Schematic.Dashboard.Shared.Ui.Text;

/// <summary>Noun for the items of a page, for use in a sentence: <c>company</c>, <c>companies</c>.</summary>
public sealed record Noun(string One, string Many)
{
    /// <summary>The plural at the beginning of a line.</summary>
    public string Title => char.ToUpperInvariant(Many[0]) + Many[1..];
}
