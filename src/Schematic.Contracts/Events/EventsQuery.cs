using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Filters and page of <c>GET /events</c>; null does not filter.</summary>
public sealed record EventsQuery : Page
{
    /// <summary>Only events about this company, <c>comp_…</c>.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only track events with this name, at most 255 characters.</summary>
    [StringLength(255)]
    public string? EventSubtype { get; init; }

    /// <summary>Only events of one of these types, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<EventType>? EventTypes { get; init; }

    /// <summary>Only checks of this flag, <c>flag_…</c>.</summary>
    public string? FlagId { get; init; }

    /// <summary>Only events with this idempotency key, at most 255 characters.</summary>
    [StringLength(255)]
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Only events whose processing is in one of these states, at most 100. An addition to the published API.
    /// </summary>
    [MaxLength(100)]
    public IReadOnlyList<EventStatus>? Statuses { get; init; }

    /// <summary>Only events about this user, <c>user_…</c>.</summary>
    public string? UserId { get; init; }
}
