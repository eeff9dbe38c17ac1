using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Flags;

public sealed record PreflightEventUsageRequestBody
{
    [StringLength(128)]
    public required string EventSubtype { get; init; }

    [Range(0, long.MaxValue)]
    public required long Quantity { get; init; }
}
