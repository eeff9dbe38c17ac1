using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Filters and page of <c>GET /billing/credits</c> and its count; null does not filter.</summary>
public sealed record CreditsQuery : Page
{
    /// <summary>Only credit types with these ids, <c>bilcr_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only credit types with this text in their name, at most 255 characters.</summary>
    [StringLength(255)]
    public string? Name { get; init; }
}
