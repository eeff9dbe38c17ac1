using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Plans;

/// <summary>A tax id of the company that is billed.</summary>
public sealed record TaxIDInput
{
    /// <summary>Register that issued the id.</summary>
    public required TaxIdType Type { get; init; }

    /// <summary>The id itself, at most 255 characters.</summary>
    [StringLength(255)]
    public required string Value { get; init; }
}
