using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Environments;

/// <summary>An environment to create.</summary>
public sealed record CreateEnvironmentRequestBody
{
    /// <summary>Purpose of the environment.</summary>
    public required EnvironmentType EnvironmentType { get; init; }

    /// <summary>Display name, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }
}
