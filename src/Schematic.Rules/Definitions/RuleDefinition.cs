namespace Schematic.Rules.Definitions;

/// <summary>A rule: stored, drafted or derived from an entitlement.</summary>
public sealed record RuleDefinition
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    public RuleTier Tier { get; init; } = RuleTier.Standard;

    /// <summary>
    /// The order among standard rules, lowest first. Rules of equal priority keep the order they are given in.
    /// </summary>
    public long Priority { get; init; }

    /// <summary>The value of the flag if this rule matches.</summary>
    public required bool Value { get; init; }

    /// <summary>Conditions that must all hold.</summary>
    public IReadOnlyList<ConditionDefinition> Conditions { get; init; } = [];

    /// <summary>Groups of conditions; one condition of every group must hold.</summary>
    public IReadOnlyList<ConditionGroupDefinition> Groups { get; init; } = [];
}
