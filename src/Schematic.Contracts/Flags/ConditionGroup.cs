namespace Schematic.Contracts.Flags;

public sealed record ConditionGroup
{
    public required IReadOnlyList<Condition> Conditions { get; init; }
}
