using System.Globalization;
using Schematic.Rules.Flags.Definitions;

namespace Schematic.Rules.Flags.Checking;

/// <summary>
/// Says what is wrong with the form of rules before they are saved: fields that a kind of condition lacks or does not have, operators
/// it does not have, and limits. Whether ids and traits exist is the caller's to know. Never throws for the content of rules.
/// </summary>
public static class ConditionShape
{
    public static IReadOnlyList<RuleProblem> Check(IReadOnlyList<RuleDefinition> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.Count > RuleLimits.Rules)
            return [new RuleProblem("rules", null, null, null, "rules", TooMany("A flag", RuleLimits.Rules, "rules", rules.Count))];
        return [.. rules.SelectMany(static (rule, index) => OfRule(rule, index))];
    }

    /// <summary>The fields of one condition that are wrong, each with a sentence.</summary>
    public static IReadOnlyList<(string Field, string Message)> Check(ConditionDefinition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var kind = WireNames.Of(condition.Kind);
        var operators = ConditionOperators.Of(condition.Kind, condition.Trait?.Kind ?? ComparableKind.String);
        if (operators.Count == 0)
            return [(WireNames.ConditionType, "This type of condition is not known.")];
        List<(string, string)> problems = [.. ConditionFields.Strangers(condition).Select(field => (field, $"A condition of type {kind} has no {field}; leave it out."))];
        if (!operators.Contains(condition.Operator))
            problems.Add((WireNames.Operator, $"{Subject(condition)} has no operator {WireNames.Of(condition.Operator)}; use {Choice(operators)}."));
        if (condition.ResourceIds.Count > RuleLimits.ResourceIds)
            problems.Add((WireNames.ResourceIds, TooMany("A condition", RuleLimits.ResourceIds, "ids", condition.ResourceIds.Count)));
        if (Missing(condition) is { } missing)
            problems.Add(missing);
        if (condition.ComparisonTrait is { } other && other.Entity != EntityOf(condition))
            problems.Add((WireNames.ComparisonTraitId, $"The trait to compare with must be one of a {(EntityOf(condition) == EntityKind.User ? "user" : "company")}."));
        if (condition.ConsumptionRateMicroCredits < 0)
            problems.Add((WireNames.CreditCost, "A cost in credits cannot be negative."));
        return problems;
    }

    private static List<RuleProblem> OfRule(RuleDefinition rule, int index)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"rules[{index}]");
        var name = rule.Name.Length > 0 ? rule.Name : rule.Id;
        var problems = new List<RuleProblem>();
        if (rule.Groups.Count > RuleLimits.GroupsPerRule)
            problems.Add(Problem(path, "condition_groups", TooMany("A rule", RuleLimits.GroupsPerRule, "groups of conditions", rule.Groups.Count)));
        AddConditions(path, RuleLimits.ConditionsPerRule, "A rule", rule.Conditions);
        for (var i = 0; i < rule.Groups.Count; i++)
            AddConditions(string.Create(CultureInfo.InvariantCulture, $"{path}.condition_groups[{i}]"), RuleLimits.ConditionsPerGroup, "A group", rule.Groups[i].Conditions);
        return problems;

        void AddConditions(string parent, int limit, string owner, IReadOnlyList<ConditionDefinition> conditions)
        {
            if (conditions.Count > limit)
                problems.Add(Problem(parent, "conditions", TooMany(owner, limit, "conditions", conditions.Count)));
            for (var i = 0; i < conditions.Count; i++)
            {
                var id = conditions[i].Id.Length > 0 ? conditions[i].Id : null;
                foreach (var (field, message) in Check(conditions[i]))
                    problems.Add(Problem(string.Create(CultureInfo.InvariantCulture, $"{parent}.conditions[{i}]"), field, message, id));
            }
        }

        RuleProblem Problem(string parent, string field, string message, string? conditionId = null) => new($"{parent}.{field}", index, name, conditionId, field, message);
    }

    private static (string, string)? Missing(ConditionDefinition condition)
    {
        var isUnary = condition.Operator is ComparisonOperator.IsEmpty or ComparisonOperator.NotEmpty;
        return condition.Kind switch
        {
            ConditionKind.Metric when string.IsNullOrWhiteSpace(condition.EventSubtype) => (WireNames.EventSubtype, "A condition of type metric needs the event that it counts."),
            ConditionKind.Metric when condition.MetricValue is null && condition.ComparisonTrait is null && !isUnary => (WireNames.MetricValue, "A condition of type metric needs a number or a trait to compare with."),
            ConditionKind.Trait when condition.Trait is null => (WireNames.TraitId, "A condition of type trait needs the trait that it compares."),
            ConditionKind.Credit when string.IsNullOrWhiteSpace(condition.CreditId) => (WireNames.CreditId, "A condition of type credit needs the credit whose balance it asks for."),
            ConditionKind.Metric or ConditionKind.Trait or ConditionKind.Credit => null,
            _ when condition.ResourceIds.Count == 0 && !isUnary => (WireNames.ResourceIds, $"A condition of type {WireNames.Of(condition.Kind)} needs at least one id."),
            _ => null,
        };
    }

    private static EntityKind EntityOf(ConditionDefinition condition) => condition.Kind == ConditionKind.Trait ? condition.Trait?.Entity ?? EntityKind.Company : EntityKind.Company;

    private static string Subject(ConditionDefinition condition) =>
        condition is { Kind: ConditionKind.Trait, Trait.Kind: ComparableKind.Bool } ? "A condition on a boolean trait" : $"A condition of type {WireNames.Of(condition.Kind)}";

    private static string Choice(IReadOnlyList<ComparisonOperator> operators) =>
        $"{string.Join(", ", operators.SkipLast(1).Select(WireNames.Of))} or {WireNames.Of(operators[^1])}";

    private static string TooMany(string owner, int limit, string what, int given) =>
        string.Create(CultureInfo.InvariantCulture, $"{owner} can have at most {limit:N0} {what}; these are {given:N0}.");
}
