namespace Schematic.Rules.Explaining;

/// <summary>The result of a tier, rule, group or condition.</summary>
public enum Outcome
{
    /// <summary>An earlier rule decided.</summary>
    NotReached = 0,
    NotMatched,
    Matched,
}
