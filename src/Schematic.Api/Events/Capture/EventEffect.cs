using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events.Capture;

/// <summary>An event while it takes effect.</summary>
internal sealed class EventEffect
{
    public EventEffect(ReceivedEvent received)
    {
        Event = received;
        Error = received.Error;
        CompanyId = received.Check?.CompanyId;
        UserId = received.Check?.UserId;
        EventId = received.ReplayOf?.Id ?? NewId.For(EventRow.IdPrefix, received.CapturedAt);
    }

    public ReceivedEvent Event { get; }

    public string EventId { get; }

    /// <summary>True if an event with its idempotency key is there.</summary>
    public bool IsDropped { get; init; }

    public string? Error { get; private set; }

    public long? CompanySeq { get; private set; }

    public string? CompanyId { get; private set; }

    public long? UserSeq { get; private set; }

    public string? UserId { get; private set; }

    public long? TotalAfter { get; set; }

    public long? DayAfter { get; set; }

    public bool TakesEffect => !IsDropped && Error is null;

    public Sighting Sighting => new(Event.CapturedAt, Event.Clock == EventClock.Backfill);

    /// <summary>Company and user, in the order in which they are found or created.</summary>
    public IEnumerable<EntityChange> Named => new[] { Event.Company, Event.User }.OfType<EntityChange>();

    public EventOutcome Outcome => new(IsDropped ? null : EventId, Event.CapturedAt, IsDropped ? null : Error);

    public void Set(EntityType type, long seq, string id)
    {
        if (type == EntityType.Company)
            (CompanySeq, CompanyId) = (seq, id);
        else
            (UserSeq, UserId) = (seq, id);
    }

    public void Fail(string error) => Error ??= error;

    /// <summary>The event as it is to be stored.</summary>
    public EventRow ToRow(int environmentSeq) =>
        new()
        {
            Id = EventId,
            EnvironmentSeq = environmentSeq,
            EventType = WireEnum<EventType>.ToWire(Event.Type),
            EventSubtype = Event.Subtype,
            Status = Error is null ? EventStatus.Processed : EventStatus.Failed,
            Error = Error,
            Body = Event.Body,
            CompanyId = CompanyId,
            UserId = UserId,
            FlagId = Event.Check?.FlagId,
            ApiKeyId = Event.ApiKeyId,
            IdempotencyKey = Event.IdempotencyKey,
            Quantity = Event.Quantity,
            Clock = Event.Clock,
            SentAt = Event.SentAt,
            CapturedAt = Event.CapturedAt,
            ReceivedAt = Event.ReceivedAt,
            ProcessedAt = Error is null ? Event.ReceivedAt : null,
            DayAfter = DayAfter,
            TotalAfter = TotalAfter,
        };
}
