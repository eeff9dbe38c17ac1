using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Filters and page of <c>GET /events</c>; a filter left out filters nothing.</summary>
public sealed record EventsQuery : Page
{
    public string? CompanyId { get; init; }

    [StringLength(255)]
    public string? EventSubtype { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<EventType>? EventTypes { get; init; }

    public string? FlagId { get; init; }

    [StringLength(255)]
    public string? IdempotencyKey { get; init; }

    public string? UserId { get; init; }
}
