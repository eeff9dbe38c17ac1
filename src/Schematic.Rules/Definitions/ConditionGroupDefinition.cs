namespace Schematic.Rules.Definitions;

/// <summary>Conditions of which one must hold. An empty group never holds.</summary>
public sealed record ConditionGroupDefinition
{
    public string Id { get; init; } = "";

    public required IReadOnlyList<ConditionDefinition> Conditions { get; init; }
}
