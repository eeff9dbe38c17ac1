using System.Globalization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Describes a rule in one sentence: <c>On when company trait seats is at least 5, and api_call this month is less than
/// 1,000.</c>
/// </summary>
internal static class RuleSentence
{
    private const int MostNames = 5;

    public static string For(RuleDraft rule, RuleVocabulary words) =>
        string.Concat(GetParts(rule, words).Select(static part => part.Text));

    /// <summary>The sentence in pieces, so that its conditions can be told from the words between them.</summary>
    public static IReadOnlyList<SentencePart> GetParts(RuleDraft rule, RuleVocabulary words)
    {
        var value = rule.Value ? "On" : "Off";
        if (rule.Tier == RuleType.GlobalOverride)
            return [new($"{value} for everyone, before any other rule.")];
        if (rule.Tier == RuleType.Default)
            return [new($"{value} for everyone that no other rule decides about.")];
        var clauses = rule
            .Conditions.Select(condition => Clause(condition, words))
            .Concat(rule.Groups.Select(group => Clause(group, words)))
            .ToList();
        return clauses.Count == 0
            ? [new($"{value} for everyone.")]
            : [new($"{value} when "), .. Join(", and ", clauses), new(".")];
    }

    /// <summary>Describes a condition as a clause, without a capital letter and a full stop.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="words">The names of what it refers to.</param>
    /// <param name="most">The number of names to show; the rest is counted.</param>
    public static string For(CreateOrUpdateConditionRequestBody condition, RuleVocabulary words, int most = MostNames)
    {
        var subject = Subject(condition, words);
        var trait = words.TypeOf(condition.TraitId);
        switch (condition.ConditionType)
        {
            case ConditionType.Credit:
                var cost = condition.CreditCost.Value ?? 1;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"at least {cost:#,0.######} of credit {words.NameOf(condition.CreditId.Value ?? "…")} remain"
                );
            case ConditionType.BasePlan when condition.Operator == ComparableOperator.IsEmpty:
                return "there is no base plan";
            case ConditionType.BasePlan when condition.Operator == ComparableOperator.NotEmpty:
                return "there is a base plan";
            case var type when Conditions.HasIds(type):
                var ids = List(condition.ResourceIds, words, most);
                return $"{subject} {Conditions.Words(condition.Operator, type, trait)} {ids}";
        }

        var comparison = Conditions.Words(condition.Operator, condition.ConditionType, trait);
        return ConditionShape.HasRightSide(condition.Operator)
            ? $"{subject} {comparison} {Value(condition, trait, words)}"
            : $"{subject} {comparison}";
    }

    public static string Period(MetricPeriod? period, MetricPeriodMonthReset? reset) =>
        period switch
        {
            MetricPeriod.CurrentDay => "today",
            MetricPeriod.CurrentWeek => "this week",
            MetricPeriod.CurrentMonth when reset == MetricPeriodMonthReset.BillingCycle => "this billing month",
            MetricPeriod.CurrentMonth => "this month",
            _ => "ever",
        };

    /// <summary>The entity that a trait belongs to, as a word.</summary>
    public static string Owner(string? traitId, RuleVocabulary words) =>
        words.TraitOf(traitId)?.EntityType == EntityType.User ? "user" : "company";

    private static SentencePart[] Clause(ConditionDraft condition, RuleVocabulary words) =>
        [new(For(condition.Body, words), IsCondition: true)];

    private static SentencePart[] Clause(GroupDraft group, RuleVocabulary words) =>
        group.Conditions.Count switch
        {
            0 => [new("any of no conditions")],
            1 => Clause(group.Conditions[0], words),
            _ =>
            [
                new("any of ("),
                .. Join("; ", group.Conditions.Select(condition => Clause(condition, words))),
                new(")"),
            ],
        };

    private static IEnumerable<SentencePart> Join(string separator, IEnumerable<SentencePart[]> clauses) =>
        clauses.SelectMany((clause, place) => place == 0 ? clause : [new SentencePart(separator), .. clause]);

    private static string Subject(CreateOrUpdateConditionRequestBody condition, RuleVocabulary words) =>
        condition.ConditionType switch
        {
            ConditionType.Trait when string.IsNullOrEmpty(condition.TraitId) => "a trait",
            ConditionType.Trait => $"{Owner(condition.TraitId, words)} trait {words.TraitName(condition.TraitId)}",
            ConditionType.Metric =>
                $"{Shown(condition.EventSubtype)} {Period(condition.MetricPeriod, condition.MetricPeriodMonthReset)}",
            ConditionType.Unknown => "something that this console does not know",
            var type => Conditions.Title(type).ToLowerInvariant(),
        };

    private static string Value(CreateOrUpdateConditionRequestBody condition, TraitType trait, RuleVocabulary words)
    {
        if (!string.IsNullOrEmpty(condition.ComparisonTraitId))
            return $"trait {words.TraitName(condition.ComparisonTraitId)}";
        if (condition.ConditionType == ConditionType.Metric)
            return condition.MetricValue is { } number ? number.ToString("N0", CultureInfo.InvariantCulture) : "…";
        return trait is TraitType.String or TraitType.Url ? $"\"{condition.TraitValue}\"" : Shown(condition.TraitValue);
    }

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? "…" : text;

    private static string List(IReadOnlyList<string> ids, RuleVocabulary words, int most)
    {
        if (ids.Count == 0)
            return "…";
        var names = string.Join(", ", ids.Take(most).Select(words.NameOf));
        return ids.Count > most
            ? string.Create(CultureInfo.InvariantCulture, $"{names} and {ids.Count - most:N0} more")
            : names;
    }
}
