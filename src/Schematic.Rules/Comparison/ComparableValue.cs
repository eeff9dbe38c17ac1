using Schematic.Rules.Definitions;

namespace Schematic.Rules.Comparison;

/// <summary>
/// One side of a comparison, parsed once as text, number, date and boolean: which of them counts is known only when the
/// two sides meet.
/// </summary>
public readonly struct ComparableValue
{
    /// <summary>The value of an entity without the trait.</summary>
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

    /// <summary>0 if the text is not a number.</summary>
    public decimal Number { get; }

    public bool IsNumber { get; }

    public bool IsDate { get; }

    /// <summary>Only "true" is true.</summary>
    public bool IsTrue { get; }

    /// <summary>Null if the text is not a date.</summary>
    public DateTime? Utc => IsDate ? _utc : null;

    /// <summary>True if the text is a value of the kind; otherwise it counts as 0, false or absent.</summary>
    public bool Fits(ComparableKind kind) =>
        kind switch
        {
            ComparableKind.Int => IsNumber,
            ComparableKind.Bool => Text is "true" or "false",
            ComparableKind.Date => IsDate,
            _ => true,
        };
}
