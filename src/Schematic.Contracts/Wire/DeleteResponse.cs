namespace Schematic.Contracts.Wire;

/// <summary>Confirmation that a resource was deleted.</summary>
public sealed record DeleteResponse
{
    /// <summary>Always true; a failure is an error.</summary>
    public required bool Deleted { get; init; }
}
