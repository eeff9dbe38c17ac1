namespace Schematic.Rules.Definitions;

/// <summary>A rule as it is stored, drafted or derived from an entitlement.</summary>
public sealed record RuleDefinition
{
    public required string Id { get; init; }

    public string Name { get; init; } = "";

    public RuleTier Tier { get; init; } = RuleTier.Standard;

    /// <summary>The order among standard rules, lowest first; rules of equal priority are tried in the order they are given in.</summary>
    public long Priority { get; init; }

    /// <summary>What the flag is where this rule decides.</summary>
    public required bool Value { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<ConditionDefinition> Conditions { get; init; } = [];

    /// <summary>In every group one must hold.</summary>
    public IReadOnlyList<ConditionGroupDefinition> Groups { get; init; } = [];
}
