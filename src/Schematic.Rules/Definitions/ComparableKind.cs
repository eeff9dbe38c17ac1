namespace Schematic.Rules.Definitions;

/// <summary>How values of a trait are compared: number and currency as <see cref="Int"/>, string and url as <see cref="String"/>.</summary>
public enum ComparableKind
{
    String = 0,
    Int,
    Bool,
    Date,
}
