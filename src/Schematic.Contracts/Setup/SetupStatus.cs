namespace Schematic.Contracts.Setup;

/// <summary>Whether this installation still waits for its first admin.</summary>
public sealed record SetupStatus
{
    public required bool Required { get; init; }
}
