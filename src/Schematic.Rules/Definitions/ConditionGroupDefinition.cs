namespace Schematic.Rules.Definitions;

/// <summary>A group of conditions, one of which must hold. An empty group never holds.</summary>
public sealed record ConditionGroupDefinition
{
    public string Id { get; init; } = "";

    public required IReadOnlyList<ConditionDefinition> Conditions { get; init; }
}
