using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Filters and page of <c>GET /billing/credits/grants/list</c> and its count; null does not filter.</summary>
public sealed record CreditGrantsQuery : Page
{
    /// <summary>Only grants of this credit type, <c>bilcr_…</c>.</summary>
    public string? CreditId { get; init; }

    /// <summary>Only grants with these ids, <c>bcgr_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }
}
