using Schematic.Rules.Definitions;

namespace Schematic.Rules.Comparison;

/// <summary>
/// One side of a comparison, read once for every way it may be compared: which one is known only when it meets the other side.
/// </summary>
public readonly struct ComparableValue
{
    /// <summary>What an entity without the trait has.</summary>
    public static readonly ComparableValue Empty = new("");

    private readonly DateTime _utc;

    public ComparableValue(string? text)
    {
        Text = text ?? "";
        IsNumber = NumberText.TryParse(Text, out var number);
        Number = number;
        IsDate = DateText.TryParse(Text, out _utc);
        IsTrue = Text == "true";
    }

    public string Text { get; }

    /// <summary>0 where the text is no number.</summary>
    public decimal Number { get; }

    public bool IsNumber { get; }

    public bool IsDate { get; }

    /// <summary>Only "true" is true.</summary>
    public bool IsTrue { get; }

    /// <summary>Nothing where the text is no date.</summary>
    public DateTime? Utc => IsDate ? _utc : null;

    /// <summary>Whether the text is what the kind asks for; if not, it counts as 0, false or absent.</summary>
    public bool Fits(ComparableKind kind) =>
        kind switch
        {
            ComparableKind.Int => IsNumber,
            ComparableKind.Bool => Text is "true" or "false",
            ComparableKind.Date => IsDate,
            _ => true,
        };
}
