using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Testing.Rules;

/// <summary>Rules that come with a company or a user, and the order in which rules are tried.</summary>
public static class Derived
{
    public static IReadOnlyDictionary<string, PreparedRules> For(string flagId, params RuleDefinition[] rules) =>
        new Dictionary<string, PreparedRules> { [flagId] = PreparedRules.Prepare(rules) };

    /// <summary>The ids of all rules in the order the evaluator tries them in.</summary>
    public static IReadOnlyList<string> OrderOf(PreparedFlag flag, in CheckSubject subject) =>
        [
            .. FlagEvaluator
                .Explain(flag, subject)
                .Tiers.SelectMany(static tier => tier.Rules)
                .Select(static rule => rule.Rule.Id),
        ];
}
