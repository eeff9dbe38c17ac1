namespace Schematic.Rules.Explaining;

/// <summary>A verdict and all that led to it.</summary>
/// <param name="Verdict">The same that <see cref="FlagEvaluator.Evaluate"/> gives.</param>
/// <param name="Tiers">All seven, in order, also those without rules.</param>
/// <param name="ClosestMiss">Of the rules that were tried, did not match and would have made another verdict, the one with the fewest failures; the first of several.</param>
public sealed record Explanation(Verdict Verdict, IReadOnlyList<TierTrace> Tiers, RuleTrace? ClosestMiss)
{
    /// <summary>The rule that decided; nothing where the default value did.</summary>
    public RuleTrace? Match =>
        Tiers
            .FirstOrDefault(static tier => tier.Outcome == Outcome.Matched)
            ?.Rules.First(static rule => rule.Outcome == Outcome.Matched);
}
