namespace Schematic.Contracts.Entities;

/// <summary>A value that some company or user of the environment has for a trait.</summary>
public sealed record EntityTraitValue
{
    /// <summary>Id of the trait's definition, <c>trdf_…</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The value as text.</summary>
    public required string Value { get; init; }
}
