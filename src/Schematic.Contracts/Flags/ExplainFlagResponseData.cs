namespace Schematic.Contracts.Flags;

/// <summary>A verdict with every tier, rule and condition that led to it, in the order they are tried in.</summary>
public sealed record ExplainFlagResponseData
{
    /// <summary>The same verdict that a check gives.</summary>
    public required CheckFlagResponseData Check { get; init; }

    /// <summary>The rule that came closest to matching without doing so; null where none was tried in vain.</summary>
    public string? ClosestMissRuleId { get; init; }

    public string? CompanyName { get; init; }

    /// <summary>What the flag is where no rule matches.</summary>
    public required bool DefaultValue { get; init; }

    /// <summary>All seven, also those without rules.</summary>
    public required IReadOnlyList<ExplainedTier> Tiers { get; init; }

    public string? UserName { get; init; }
}

public sealed record ExplainedTier
{
    public required ExplainedOutcome Outcome { get; init; }

    public required IReadOnlyList<ExplainedRule> Rules { get; init; }

    public required RuleType RuleType { get; init; }
}

public sealed record ExplainedRule
{
    public required IReadOnlyList<ExplainedConditionGroup> ConditionGroups { get; init; }

    public required IReadOnlyList<ExplainedCondition> Conditions { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ExplainedOutcome Outcome { get; init; }

    public required long Priority { get; init; }

    /// <summary>What the flag is where this rule decides.</summary>
    public required bool Value { get; init; }
}

public sealed record ExplainedConditionGroup
{
    public required IReadOnlyList<ExplainedCondition> Conditions { get; init; }

    public required ExplainedOutcome Outcome { get; init; }
}

public sealed record ExplainedCondition
{
    /// <summary>What there is, in words: <c>3</c>, <c>plan_3</c>.</summary>
    public required string Actual { get; init; }

    public required ConditionType ConditionType { get; init; }

    /// <summary>What the condition asks for, in words: <c>at least 5</c>.</summary>
    public required string Expected { get; init; }

    public required string Id { get; init; }

    /// <summary>What cannot be seen from the two, like a value that is not a number; a sentence.</summary>
    public string? Note { get; init; }

    public required ExplainedOutcome Outcome { get; init; }

    /// <summary>What is asked about, in words: <c>company trait seats</c>, <c>event api_call this month</c>.</summary>
    public required string Subject { get; init; }
}
