using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Flags;

public sealed record CheckFlagsBulkRequestBody
{
    [MaxLength(100)]
    [MinLength(1)]
    public required IReadOnlyList<CheckFlagRequestBody> Contexts { get; init; }
}
