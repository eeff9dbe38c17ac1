using Schematic.Rules.Flags.Definitions;

namespace Schematic.Rules.Flags.Explaining;

/// <summary>A tier with its rules in the order they are tried in. <see cref="Outcome.Matched"/> marks where the evaluation stopped.</summary>
public sealed record TierTrace(RuleTier Tier, Outcome Outcome, IReadOnlyList<RuleTrace> Rules);
