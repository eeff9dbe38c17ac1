namespace Schematic.Contracts.Plans;

public sealed record PreviewObject
{
    public string? Description { get; init; }

    public required string Id { get; init; }

    public string? ImageUrl { get; init; }

    public required string Name { get; init; }
}
