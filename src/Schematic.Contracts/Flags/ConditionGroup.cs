namespace Schematic.Contracts.Flags;

/// <summary>Group of conditions, at least one of which must match.</summary>
public sealed record ConditionGroup
{
    /// <summary>Alternatives; the group matches if any of them does.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }
}
