namespace Schematic.Contracts.Wire;

public sealed record DeleteResponse
{
    public required bool Deleted { get; init; }
}
