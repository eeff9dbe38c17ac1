namespace Schematic.Contracts.Flags;

/// <summary>
/// A verdict with every tier, rule and condition that led to it, in the order in which they are tried.
/// </summary>
public sealed record ExplainFlagResponseData
{
    /// <summary>The same verdict that a check gives.</summary>
    public required CheckFlagResponseData Check { get; init; }

    /// <summary>
    /// Id of the rule that came closest to matching, <c>rule_…</c>; null if no rule was tried and failed.
    /// </summary>
    public string? ClosestMissRuleId { get; init; }

    /// <summary>Name of the company that the keys found; null if they found none.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Value of the flag if no rule matches.</summary>
    public required bool DefaultValue { get; init; }

    /// <summary>
    /// Id of the feature whose flag this is, <c>feat_…</c>; null if the flag belongs to no feature.
    /// </summary>
    public string? FeatureId { get; init; }

    /// <summary>All seven types of rules in the order they are tried, also those without rules.</summary>
    public required IReadOnlyList<ExplainedTier> Tiers { get; init; }

    /// <summary>Name of the user that the keys found; null if they found none.</summary>
    public string? UserName { get; init; }
}

/// <summary>All rules of one type, and whether one of them decided.</summary>
public sealed record ExplainedTier
{
    /// <summary>Result of the type: matched if one of its rules decided.</summary>
    public required ExplainedOutcome Outcome { get; init; }

    /// <summary>Rules of this type, in the order they are tried.</summary>
    public required IReadOnlyList<ExplainedRule> Rules { get; init; }

    /// <summary>Type of the rules.</summary>
    public required RuleType RuleType { get; init; }
}

/// <summary>A rule, and whether it matched.</summary>
public sealed record ExplainedRule
{
    /// <summary>Groups of alternatives of the rule, with their results.</summary>
    public required IReadOnlyList<ExplainedConditionGroup> ConditionGroups { get; init; }

    /// <summary>Conditions of the rule that must all match, with their results.</summary>
    public required IReadOnlyList<ExplainedCondition> Conditions { get; init; }

    /// <summary>Id of the rule, <c>rule_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>Result of the rule.</summary>
    public required ExplainedOutcome Outcome { get; init; }

    /// <summary>Position among the standard rules, lowest first; other types ignore it.</summary>
    public required long Priority { get; init; }

    /// <summary>Value of the flag if the rule decides.</summary>
    public required bool Value { get; init; }
}

/// <summary>A group of conditions, and whether at least one of them matched.</summary>
public sealed record ExplainedConditionGroup
{
    /// <summary>Alternatives of the group, with their results.</summary>
    public required IReadOnlyList<ExplainedCondition> Conditions { get; init; }

    /// <summary>Result of the group.</summary>
    public required ExplainedOutcome Outcome { get; init; }
}

/// <summary>A condition, and the two sides it compared, in words.</summary>
public sealed record ExplainedCondition
{
    /// <summary>The value found, in words: <c>3</c>, <c>plan_3</c>.</summary>
    public required string Actual { get; init; }

    /// <summary>Kind of fact that the condition examines.</summary>
    public required ConditionType ConditionType { get; init; }

    /// <summary>The value asked for, in words: <c>at least 5</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>Id of the condition, <c>cond_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Sentence on what the two sides do not show, such as a value that is not a number; null if they show everything.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>Result of the condition.</summary>
    public required ExplainedOutcome Outcome { get; init; }

    /// <summary>The examined fact, in words: <c>company trait seats</c>, <c>event api_call this month</c>.</summary>
    public required string Subject { get; init; }
}
