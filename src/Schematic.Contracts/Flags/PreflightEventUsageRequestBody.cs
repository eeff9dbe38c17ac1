using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Flags;

/// <summary>Usage of one event to assume for a check.</summary>
public sealed record PreflightEventUsageRequestBody
{
    /// <summary>Name of the event, at most 128 characters.</summary>
    [StringLength(128)]
    public required string EventSubtype { get; init; }

    /// <summary>Number of units to assume, not negative; 0 assumes none.</summary>
    [Range(0, long.MaxValue)]
    public required long Quantity { get; init; }
}
