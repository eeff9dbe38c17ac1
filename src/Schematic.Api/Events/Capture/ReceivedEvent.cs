using Schematic.Api.Entities;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events.Capture;

/// <summary>An event as it was sent, checked as far as that needs no database.</summary>
internal sealed record ReceivedEvent
{
    /// <summary>Shown where a sender named a type that there is not.</summary>
    public EventType Type { get; init; } = EventType.Track;

    /// <summary>Name of what is counted; null if nothing is.</summary>
    public string? Subtype { get; init; }

    /// <summary>JSON as it was sent.</summary>
    public required string Body { get; init; }

    public long Quantity { get; init; } = 1;

    /// <summary>Lease that its credits are spent from; null for none.</summary>
    public string? LeaseId { get; init; }

    /// <summary>The company it names, and how it describes it.</summary>
    public EntityChange? Company { get; init; }

    /// <summary>The user it names, and how it describes it.</summary>
    public EntityChange? User { get; init; }

    /// <summary>The check that it reports; null if it is of another type.</summary>
    public ReportedCheck? Check { get; init; }

    public string? ApiKeyId { get; init; }

    public string? IdempotencyKey { get; init; }

    public EventClock Clock { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The moment for which it counts.</summary>
    public DateTimeOffset CapturedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Why it is stored as failed; null if it is to take effect.</summary>
    public string? Error { get; init; }

    /// <summary>The stored event that is tried again; null for a new one.</summary>
    public EventRow? ReplayOf { get; init; }
}

/// <summary>A check of a flag that an application made itself, as it reports it.</summary>
internal sealed record ReportedCheck
{
    public required string FlagKey { get; init; }

    public string? FlagId { get; init; }

    public string? CompanyId { get; init; }

    public string? UserId { get; init; }

    /// <summary>Keys by which the check named a company; empty if it named none.</summary>
    public required IReadOnlyDictionary<string, string> Company { get; init; }

    /// <summary>Keys by which the check named a user; empty if it named none.</summary>
    public required IReadOnlyDictionary<string, string> User { get; init; }
}
