namespace Schematic.Contracts.Flags;

public sealed record Rule
{
    public required string AccountId { get; init; }

    public required IReadOnlyList<ConditionGroup> ConditionGroups { get; init; }

    public required IReadOnlyList<Condition> Conditions { get; init; }

    public required string EnvironmentId { get; init; }

    public string? FlagId { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required long Priority { get; init; }

    public required RuleType RuleType { get; init; }

    public required bool Value { get; init; }
}
