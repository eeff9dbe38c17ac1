namespace Schematic.Contracts.Entities;

public sealed record EntityTraitValue
{
    public required string DefinitionId { get; init; }

    public required string Value { get; init; }
}
