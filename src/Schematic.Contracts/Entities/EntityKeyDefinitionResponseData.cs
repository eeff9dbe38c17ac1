namespace Schematic.Contracts.Entities;

public sealed record EntityKeyDefinitionResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required EntityType EntityType { get; init; }

    public required string Id { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
