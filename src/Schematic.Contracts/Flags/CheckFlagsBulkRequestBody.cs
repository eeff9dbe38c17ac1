using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Flags;

/// <summary>Companies and users for whom all flags are checked at once.</summary>
public sealed record CheckFlagsBulkRequestBody
{
    /// <summary>Pairs of company and user, 1 to 100; each is answered separately.</summary>
    [MaxLength(100)]
    [MinLength(1)]
    public required IReadOnlyList<CheckFlagRequestBody> Contexts { get; init; }
}
