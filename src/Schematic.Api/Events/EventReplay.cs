using System.Text.Json;
using Schematic.Api.Authentication;
using Schematic.Api.Events.Capture;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events;

/// <summary>
/// Processes an event that failed once more, with the rights of whoever asks for it. It counts for the moment for which
/// it was captured.
/// </summary>
internal sealed class EventReplay(IDatabase database, EventQueue queue, Caller caller, TimeProvider time)
{
    /// <exception cref="ApiException">404: there is no such event; 409: it did not fail.</exception>
    public async Task ReplayAsync(string id, CancellationToken cancellationToken)
    {
        EventRow row;
        await using (var db = database.Open(caller.Environment.Seq))
            row = await EventStore.FindAsync(db, id, cancellationToken) ?? throw ApiProblem.NotFound("event", id);
        if (row.Error is null)
            throw ApiProblem.Conflict($"The event {row.Id} did not fail. Only failed events are replayed.");
        await queue.ApplyAsync(caller.Environment.Seq, [Read(row)]);
    }

    private ReceivedEvent Read(EventRow row)
    {
        var now = time.Now();
        var received = new ReceivedEvent
        {
            Type = WireEnum<EventType>.TryParse(row.EventType, out var type) ? type : EventType.Track,
            Body = row.Body,
            CapturedAt = row.CapturedAt,
            ReceivedAt = now,
            ReplayOf = row,
        };
        try
        {
            var read = EventBodies.Read(received.Type, JsonElement.Parse(row.Body));
            return received with
            {
                Subtype = read.Subtype,
                Quantity = read.Quantity,
                Company = read.Company,
                User = read.User,
                Check = read.Check,
                Clock = row.Clock,
            };
        }
        catch (ApiException refusal)
        {
            return received with { Error = refusal.Message };
        }
    }
}
