using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Filters and page of <c>GET /event-types</c>.</summary>
public sealed record EventTypesQuery : Page
{
    [MaxLength(100)]
    public IReadOnlyList<string>? EventSubtypes { get; init; }

    /// <summary>Part of an event's name.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
