using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Filters and page of <c>GET /event-types</c> and its count; null does not filter.</summary>
public sealed record EventTypesQuery : Page
{
    /// <summary>Only events with these names, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? EventSubtypes { get; init; }

    /// <summary>Only events whose name contains this text, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
