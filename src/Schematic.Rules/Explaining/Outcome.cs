namespace Schematic.Rules.Explaining;

/// <summary>What became of a tier, rule, group or condition.</summary>
public enum Outcome
{
    /// <summary>Another rule decided before.</summary>
    NotReached = 0,
    NotMatched,
    Matched,
}
