using System.Globalization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Warns of rules that cannot do what they seem to do. Never warns of a rule that may be meant as it is; may miss
/// others. The warnings show while a person edits; what the API refuses is not checked here.
/// </summary>
internal static class RuleLint
{
    /// <summary>The warnings of each rule by its key.</summary>
    public static ILookup<string, string> Check(IReadOnlyList<RuleDraft> rules, RuleVocabulary words)
    {
        var warnings = new List<(string Key, string Text)>();
        RuleDraft? barrier = null;
        foreach (
            var rule in RuleTiers.All.SelectMany(tier =>
                RuleTiers.InOrder(rules.Where(rule => rule.Tier == tier), static rule => rule.Priority)
            )
        )
        {
            var hasConditions = rule.Conditions.Count + rule.Groups.Count > 0;
            var always = RuleTiers.AlwaysMatches(rule.Tier) || !hasConditions;
            if (barrier is not null)
                Warn($"Never reached: “{barrier.Name}” is tried before and always matches.");
            if (RuleTiers.AlwaysMatches(rule.Tier) && hasConditions)
                Warn("A rule of this kind always matches; its conditions do not count.");
            else if (!hasConditions && rule.Tier == RuleType.Standard)
                Warn("Always matches: it has no conditions.");
            else if (Contradiction(rule, words) is { } contradiction)
                Warn($"Never matches: {contradiction}");
            foreach (
                var trait in rule
                    .AllConditions.Select(static condition => condition.Body.TraitId)
                    .OfType<string>()
                    .Distinct()
                    .Where(id => words.ValuesOf(id) is { Count: 0 })
            )
                Warn($"No {RuleSentence.Owner(trait, words)} has a value of the trait {words.TraitName(trait)}.");
            if (always)
                barrier ??= rule;

            void Warn(string text) => warnings.Add((rule.Key, text));
        }

        return warnings.ToLookup(static warning => warning.Key, static warning => warning.Text);
    }

    private static string? Contradiction(RuleDraft rule, RuleVocabulary words)
    {
        if (rule.Groups.Any(static group => group.Conditions.Count == 0))
            return "one of its groups has no conditions.";
        if (rule.Conditions.Any(condition => IsEmptyBoolean(condition.Body, words)))
            return "a boolean trait is never empty.";
        foreach (
            var subject in rule
                .Conditions.Select(static condition => condition.Body)
                .Where(static body => string.IsNullOrEmpty(body.ComparisonTraitId))
                .GroupBy(Subject)
                .Where(static group => group.Key is not null)
        )
        {
            if (Excludes([.. subject], words))
            {
                var name = RuleSentence.For(subject.First(), words).Split(" is ", 2)[0];
                return $"its conditions on {name} exclude each other.";
            }
        }

        return null;
    }

    private static bool IsEmptyBoolean(CreateOrUpdateConditionRequestBody condition, RuleVocabulary words) =>
        condition is { ConditionType: ConditionType.Trait, Operator: ComparableOperator.IsEmpty }
        && words.TypeOf(condition.TraitId) == TraitType.Boolean;

    // Only what has one value: a company may have several plans, so that two conditions on plans can both hold.
    private static string? Subject(CreateOrUpdateConditionRequestBody condition) =>
        condition.ConditionType switch
        {
            ConditionType.Company or ConditionType.User or ConditionType.BasePlan => condition.ConditionType.ToString(),
            ConditionType.Trait when condition.TraitId is { Length: > 0 } trait => $"trait {trait}",
            ConditionType.Metric when condition.EventSubtype is { Length: > 0 } name =>
                $"metric {name} {condition.MetricPeriod} {condition.MetricPeriodMonthReset}",
            _ => null,
        };

    private static bool Excludes(IReadOnlyList<CreateOrUpdateConditionRequestBody> conditions, RuleVocabulary words)
    {
        var first = conditions[0];
        if (Conditions.HasIds(first.ConditionType))
            return ExcludesIds(conditions);
        switch (first.ConditionType == ConditionType.Metric ? TraitType.Number : words.TypeOf(first.TraitId))
        {
            case TraitType.Number or TraitType.Currency:
                return ExcludesNumbers(conditions, Number);
            case TraitType.Date:
                return ExcludesNumbers(
                    [.. conditions.Where(static condition => ConditionShape.HasRightSide(condition.Operator))],
                    Ticks
                );
            case TraitType.Boolean:
                return ExcludesTexts([
                    .. conditions.Where(static condition => ConditionShape.HasRightSide(condition.Operator)),
                ]);
            case TraitType.String or TraitType.Url:
                return ExcludesTexts(conditions);
            default:
                return false;
        }
    }

    private static bool ExcludesTexts(IReadOnlyList<CreateOrUpdateConditionRequestBody> conditions)
    {
        var wanted = conditions
            .Where(static condition => condition.Operator == ComparableOperator.Eq)
            .Select(static condition => condition.TraitValue ?? "")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return wanted.Count > 1
            || (
                wanted is [var only]
                && conditions.Any(condition =>
                    (condition.Operator == ComparableOperator.Ne && (condition.TraitValue ?? "") == only)
                    || (condition.Operator == ComparableOperator.IsEmpty && only.Length > 0)
                    || (condition.Operator == ComparableOperator.NotEmpty && only.Length == 0)
                )
            );
    }

    private static bool ExcludesIds(IReadOnlyList<CreateOrUpdateConditionRequestBody> conditions)
    {
        HashSet<string>? allowed = null;
        foreach (
            var condition in conditions.Where(static condition =>
                condition.Operator == ComparableOperator.Eq && condition.ResourceIds.Count > 0
            )
        )
            allowed = allowed is null ? [.. condition.ResourceIds] : [.. allowed.Intersect(condition.ResourceIds)];
        allowed?.ExceptWith(
            conditions
                .Where(static condition => condition.Operator == ComparableOperator.Ne)
                .SelectMany(static condition => condition.ResourceIds)
        );
        return allowed is { Count: 0 };
    }

    private static bool ExcludesNumbers(
        IReadOnlyList<CreateOrUpdateConditionRequestBody> conditions,
        Func<CreateOrUpdateConditionRequestBody, decimal?> numberOf
    )
    {
        var range = new NumberRange();
        foreach (var condition in conditions)
        {
            if (ConditionShape.HasRightSide(condition.Operator))
            {
                if (numberOf(condition) is { } number)
                    range.Narrow(condition.Operator, number);
            }
            else
            {
                // A number is empty if it is 0, and not empty if it is more.
                range.Narrow(
                    condition.Operator == ComparableOperator.IsEmpty ? ComparableOperator.Eq : ComparableOperator.Gt,
                    0
                );
            }
        }

        return range.IsEmpty;
    }

    private static decimal? Number(CreateOrUpdateConditionRequestBody condition) =>
        condition.ConditionType == ConditionType.Metric ? condition.MetricValue
        : decimal.TryParse(condition.TraitValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
        : null;

    private static decimal? Ticks(CreateOrUpdateConditionRequestBody condition) =>
        DateTimeOffset.TryParse(
            condition.TraitValue,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time.UtcTicks
            : null;
}
