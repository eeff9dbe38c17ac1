using System.Globalization;
using Schematic.Rules.Flags.Comparison;
using Schematic.Rules.Flags.Definitions;
using Schematic.Rules.Flags.Lookup;

namespace Schematic.Rules.Flags.Explaining;

/// <summary>Says a rule in one sentence: <c>On when plan is one of Pro, and api-call this month is less than 1000.</c></summary>
public static class RuleSentence
{
    private const long OneCredit = 1_000_000;

    /// <param name="rule">Stored or drafted.</param>
    /// <param name="nameOf">The name of a company, user, plan, trait or credit by its id; the id itself where it knows none.</param>
    public static string Of(RuleDefinition rule, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        nameOf ??= static id => id;
        var value = rule.Value ? "On" : "Off";
        if (rule.Tier == RuleTier.GlobalOverride)
            return $"{value} for everyone, before any other rule.";
        if (rule.Tier == RuleTier.Default)
            return $"{value} for everyone that no other rule decides about.";
        var parts = rule.Conditions.Select(condition => Of(condition, nameOf)).Concat(rule.Groups.Select(group => Of(group, nameOf))).ToList();
        return parts.Count == 0 ? $"{value} for everyone." : $"{value} when {string.Join(", and ", parts)}.";
    }

    /// <summary>A condition as a clause, without capital and full stop.</summary>
    /// <inheritdoc cref="Of(RuleDefinition, Func{string, string}?)"/>
    public static string Of(ConditionDefinition condition, Func<string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(nameOf);
        return condition.Kind switch
        {
            ConditionKind.Company => $"company is {OneOf()}",
            ConditionKind.User => $"user is {OneOf()}",
            ConditionKind.Plan => $"plan is {OneOf()}",
            ConditionKind.PlanVersion => $"plan version is {OneOf()}",
            ConditionKind.BillingProduct => $"billing product is {OneOf()}",
            ConditionKind.BasePlan when condition.Operator == ComparisonOperator.IsEmpty => "there is no base plan",
            ConditionKind.BasePlan when condition.Operator == ComparisonOperator.NotEmpty => "there is a base plan",
            ConditionKind.BasePlan => $"base plan is {OneOf()}",
            ConditionKind.Metric => $"{condition.EventSubtype} {Period(condition)} is {Compared(ComparableKind.Int, (condition.MetricValue ?? 0).ToString(CultureInfo.InvariantCulture))}",
            ConditionKind.Trait when condition.Trait is { } trait => $"{(trait.Entity == EntityKind.User ? "user" : "company")} trait {nameOf(trait.Id)} is {Compared(trait.Kind, Literal(trait.Kind))}",
            ConditionKind.Credit => $"at least {Words.Credits(condition.ConsumptionRateMicroCredits ?? OneCredit)} of {nameOf(condition.CreditId ?? "")} remain",
            _ => "a condition holds that is not known here",
        };

        string OneOf() => Words.OneOf(condition.Operator == ComparisonOperator.Ne, new IdSet([.. condition.ResourceIds.Select(nameOf)]));

        string Compared(ComparableKind kind, string value) => Words.Comparison(kind, condition.Operator, condition.ComparisonTrait is { } other ? $"trait {nameOf(other.Id)}" : value);

        string Literal(ComparableKind kind) => kind == ComparableKind.String ? Words.Value(kind, new ComparableValue(condition.TraitValue)) : condition.TraitValue;
    }

    private static string Of(ConditionGroupDefinition group, Func<string, string> nameOf) =>
        group.Conditions.Count == 1 ? Of(group.Conditions[0], nameOf) : $"any of ({string.Join("; ", group.Conditions.Select(condition => Of(condition, nameOf)))})";

    private static string Period(ConditionDefinition condition) => condition.MetricPeriod switch
    {
        CounterPeriod.CurrentDay => "today",
        CounterPeriod.CurrentWeek => "this week",
        CounterPeriod.CurrentMonth when condition.MetricPeriodMonthReset == MonthReset.BillingCycle => "this billing month",
        CounterPeriod.CurrentMonth => "this month",
        _ => "ever",
    };
}
