namespace Schematic.Rules.Definitions;

/// <summary>
/// How values of a trait are compared. Numbers and currencies are <see cref="Int"/>, strings and URLs <see
/// cref="String"/>.
/// </summary>
public enum ComparableKind
{
    String = 0,
    Int,
    Bool,
    Date,
}
