using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Environments;

public sealed record CreateEnvironmentRequestBody
{
    public required EnvironmentType EnvironmentType { get; init; }

    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }
}
