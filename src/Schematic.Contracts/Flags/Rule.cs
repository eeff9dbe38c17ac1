namespace Schematic.Contracts.Flags;

/// <summary>A flag rule that comes from a company's entitlement or override.</summary>
public sealed record Rule
{
    /// <summary>Id of the account it belongs to, <c>acct_…</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>Groups of alternatives; each must match.</summary>
    public required IReadOnlyList<ConditionGroup> ConditionGroups { get; init; }

    /// <summary>Conditions that must all match.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>; null if the rule belongs to none.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the rule, <c>rule_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>Position among the standard rules, lowest first; other types ignore it.</summary>
    public required long Priority { get; init; }

    /// <summary>Type of the rule, which decides when it is tried.</summary>
    public required RuleType RuleType { get; init; }

    /// <summary>Value of the flag if the rule matches.</summary>
    public required bool Value { get; init; }
}
