namespace Schematic.Rules.Explaining;

/// <summary>A verdict and every step that led to it.</summary>
/// <param name="Verdict">The verdict that <see cref="FlagEvaluator.Evaluate"/> gives.</param>
/// <param name="Tiers">All seven tiers in order, including those without rules.</param>
/// <param name="ClosestMiss">The rule with the fewest failures among those that were tried without a match and have
/// another value; the first of several.</param>
public sealed record Explanation(Verdict Verdict, IReadOnlyList<TierTrace> Tiers, RuleTrace? ClosestMiss)
{
    /// <summary>The rule that decided; null if the default value did.</summary>
    public RuleTrace? Match =>
        Tiers
            .FirstOrDefault(static tier => tier.Outcome == Outcome.Matched)
            ?.Rules.First(static rule => rule.Outcome == Outcome.Matched);
}
