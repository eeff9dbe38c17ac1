using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>A tier with its rules in the order they are tried in. <see cref="Outcome.Matched"/> marks where the evaluation stopped.</summary>
public sealed record TierTrace(RuleTier Tier, Outcome Outcome, IReadOnlyList<RuleTrace> Rules);
