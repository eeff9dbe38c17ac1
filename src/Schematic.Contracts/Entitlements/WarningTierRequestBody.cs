using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Entitlements;

/// <summary>Usage at which a warning is to be sent.</summary>
public sealed record WarningTierRequestBody
{
    /// <summary>Name of the threshold, at most 255 characters; the console uses <c>default</c>.</summary>
    [StringLength(255)]
    public required string Key { get; init; }

    /// <summary>Usage that triggers the warning, in units of the entitlement, 1 to 9,999,999,999,999.</summary>
    [Range(1, 9_999_999_999_999)]
    public required long Value { get; init; }
}
