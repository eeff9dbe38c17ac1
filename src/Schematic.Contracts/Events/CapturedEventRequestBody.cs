using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>
/// An event in the form in which SDKs capture it: the body of <c>POST /e</c>. An addition to the published description.
/// </summary>
[OmitNullMembers]
public sealed record CapturedEventRequestBody
{
    /// <summary>Secret or publishable API key of the environment; null if the request has one in its header.</summary>
    public string? ApiKey { get; init; }

    /// <summary>See <see cref="CreateEventRequestBody.Backfill"/>.</summary>
    public bool? Backfill { get; init; }

    /// <summary>Content in the form of its type.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>See <see cref="CreateEventRequestBody.IdempotencyKey"/>.</summary>
    [StringLength(255)]
    public string? IdempotencyKey { get; init; }

    /// <summary>Time at which the sender sent the event.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Browser's id of the event, which stands for an idempotency key if there is none.</summary>
    public string? TrackerEventId { get; init; }

    /// <summary>Browser's id of its visitor; not used.</summary>
    public string? TrackerUserId { get; init; }

    /// <summary>See <see cref="CreateEventRequestBody.TrustedClientClock"/>.</summary>
    public bool? TrustedClientClock { get; init; }

    /// <summary>Kind of event, which decides the form of its body.</summary>
    public required EventType Type { get; init; }
}
