using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Body of <c>POST /events</c>: something that a company or user did, or how it is described.</summary>
[OmitNullMembers]
public sealed record CreateEventRequestBody
{
    /// <summary>
    /// True to import the past: counted in the periods of <see cref="SentAt"/>, up to 365 days back, with no effect on
    /// credits, webhooks or when the company was last seen. Needs a secret key.
    /// </summary>
    public bool? Backfill { get; init; }

    /// <summary>
    /// Content in the form of its type: <see cref="EventBodyTrack"/>, <see cref="EventBodyIdentify"/>,
    /// <see cref="EventBodyInference"/> or <see cref="EventBodyFlagCheck"/>.
    /// </summary>
    public required JsonElement Body { get; init; }

    /// <summary>Kind of event, which decides the form of its body.</summary>
    public required EventType EventType { get; init; }

    /// <summary>
    /// Sender's own id of the event, at most 255 characters: a second one of the same type within 24 hours is dropped.
    /// </summary>
    [StringLength(255)]
    public string? IdempotencyKey { get; init; }

    /// <summary>Time at which the sender sent the event.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>
    /// True to count the event at <see cref="SentAt"/>, at most 5 minutes ahead and 34 days back. Needs a secret key.
    /// </summary>
    public bool? TrustedClientClock { get; init; }
}
