using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>
/// A tier and its rules in the order they are tried in. The evaluation stopped at the tier that <see
/// cref="Outcome.Matched"/> marks.
/// </summary>
public sealed record TierTrace(RuleTier Tier, Outcome Outcome, IReadOnlyList<RuleTrace> Rules);
