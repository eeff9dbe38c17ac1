using System.Net;
using System.Text.Json;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Http;
using Schematic.Api.Persistence;

namespace Schematic.Api.Events.Capture;

/// <summary>Reads the events of one request and has them stored, each in the environment of its key.</summary>
internal sealed partial class EventCapture(
    MeasuredEventQueue queue,
    EventSenders senders,
    Caller caller,
    WrongKeys wrongKeys,
    TimeProvider time,
    ILogger<EventCapture> logger
)
{
    /// <summary>Stores one event.</summary>
    /// <exception cref="ApiException">400: the event is wrong, and is not stored.</exception>
    public async Task<EventOutcome> SendAsync(JsonElement json)
    {
        var received = EventReader.Read(json, senders.Caller, time.Now());
        return (await queue.ApplyAsync(caller.Environment.Seq, [received]))[0];
    }

    /// <summary>Stores events of the caller's environment. One that is wrong is stored as failed.</summary>
    public Task<IReadOnlyList<EventOutcome>> SendAsync(IEnumerable<JsonElement> events)
    {
        var (sender, now) = (senders.Caller, time.Now());
        return queue.ApplyAsync(caller.Environment.Seq, [.. events.Select(json => Read(json, sender, now))]);
    }

    /// <summary>
    /// Stores events that say themselves whose they are; the key of the request, if it has one, speaks for those that
    /// do not. One that no environment can be told of is passed over while others are not.
    /// </summary>
    /// <exception cref="ApiException">
    /// 401: no event has a valid key; 429: too many such requests came from the address, or a key that one names is
    /// beyond its limit.
    /// </exception>
    public async Task CaptureAsync(IReadOnlyList<JsonElement> events, IPAddress? address)
    {
        var now = time.Now();
        // Of all before the first is read: a request beyond a limit costs no more than a look at its keys.
        var owners = events.Select(senders.Of).ToArray();
        var received = new List<(int EnvironmentSeq, ReceivedEvent Event)>(events.Count);
        for (var i = 0; i < owners.Length; i++)
        {
            if (owners[i] is { } owner)
                received.Add((owner.EnvironmentSeq, Read(events[i], owner.Sender, now)));
        }

        if (received.Count == 0 && events.Count > 0)
            throw wrongKeys.Refuse(
                address,
                "No event has a valid API key. Send one as api_key of each event, or in the header "
                    + $"{KeyAuthentication.KeyHeader}."
            );
        if (received.Count < events.Count)
            Log.Unattributed(logger, events.Count - received.Count, events.Count);
        await Task.WhenAll(
            received
                .GroupBy(static one => one.EnvironmentSeq, static one => one.Event)
                .Select(group => queue.ApplyAsync(group.Key, [.. group]))
        );
    }

    private static ReceivedEvent Read(JsonElement json, EventSender sender, DateTimeOffset now)
    {
        try
        {
            return EventReader.Read(json, sender, now);
        }
        catch (ApiException refusal)
        {
            return EventReader.Failed(json, sender, now, sender.Refusal ?? refusal.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Count} of {All} captured events have no valid API key, and belong to no environment: not stored"
        )]
        public static partial void Unattributed(ILogger logger, int count, int all);
    }
}
