namespace Schematic.Contracts.Setup;

/// <summary>State of the installation's set-up.</summary>
public sealed record SetupStatus
{
    /// <summary>True while the installation still waits for its first admin.</summary>
    public required bool Required { get; init; }
}
