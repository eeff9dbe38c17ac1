using Schematic.Rules.Flags.Definitions;

namespace Schematic.Rules.Flags.Checking;

/// <summary>Looks for rules that cannot do what they seem to. Finds no fault with a rule that might be meant; may miss some that are not.</summary>
public static class RuleLint
{
    /// <param name="rules">Of one flag, in any order.</param>
    /// <param name="usedTraitIds">The traits that some company or user has a value for; nothing where that is not known.</param>
    public static IReadOnlyList<RuleWarning> Check(IReadOnlyList<RuleDefinition> rules, IReadOnlySet<string>? usedTraitIds = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var warnings = new List<RuleWarning>();
        RuleDefinition? barrier = null;
        foreach (var rule in PreparedRules.Prepare(rules.ToList()).Definitions)
        {
            if (barrier is not null)
                Warn(rule, RuleWarningKind.NeverReached, $"\"{NameOf(barrier)}\" is tried before and always matches, so this rule is never reached.");
            CheckAlone(rule);
            if (AlwaysMatches(rule))
                barrier ??= rule;
        }

        return [.. warnings.OrderBy(static warning => warning.RuleIndex)];

        void CheckAlone(RuleDefinition rule)
        {
            var hasConditions = rule.Conditions.Count + rule.Groups.Count > 0;
            if (rule.Tier is RuleTier.GlobalOverride or RuleTier.Default)
            {
                if (hasConditions)
                    Warn(rule, RuleWarningKind.ConditionsIgnored, "A rule of this type always matches; its conditions do not count.");
                return;
            }

            if (!hasConditions && rule.Tier == RuleTier.Standard)
                Warn(rule, RuleWarningKind.AlwaysMatches, "It has no conditions, so it matches everyone.");
            if (Contradictions.Find(rule) is { } contradiction)
                Warn(rule, RuleWarningKind.NeverMatches, contradiction);
            foreach (var trait in usedTraitIds is null ? [] : TraitsOf(rule).Where(trait => !usedTraitIds.Contains(trait.Id)).DistinctBy(static trait => trait.Id))
                Warn(rule, RuleWarningKind.UnusedTrait, $"No {(trait.Entity == EntityKind.User ? "user" : "company")} has a value for the trait {trait.Id}.");
        }

        void Warn(RuleDefinition rule, RuleWarningKind kind, string message) => warnings.Add(new RuleWarning(IndexOf(rules, rule), rule.Id, kind, message));
    }

    private static bool AlwaysMatches(RuleDefinition rule) =>
        rule.Tier is RuleTier.GlobalOverride or RuleTier.Default || rule.Conditions.Count + rule.Groups.Count == 0;

    private static IEnumerable<TraitReference> TraitsOf(RuleDefinition rule) =>
        rule.Conditions.Concat(rule.Groups.SelectMany(static group => group.Conditions))
            .SelectMany(static condition => new[] { condition.Trait, condition.ComparisonTrait })
            .OfType<TraitReference>();

    private static string NameOf(RuleDefinition rule) => rule.Name.Length > 0 ? rule.Name : rule.Id;

    // By reference: two rules may say the same.
    private static int IndexOf(IReadOnlyList<RuleDefinition> rules, RuleDefinition rule)
    {
        var index = 0;
        while (!ReferenceEquals(rules[index], rule))
            index++;
        return index;
    }
}
