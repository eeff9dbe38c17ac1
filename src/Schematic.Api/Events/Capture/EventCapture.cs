using System.Text.Json;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;

namespace Schematic.Api.Events.Capture;

/// <summary>Reads the events of one request and has them stored, each in the environment of its key.</summary>
internal sealed partial class EventCapture(
    EventQueue queue,
    KeyCache keys,
    KeyUsage usage,
    Caller caller,
    TimeProvider time,
    ILogger<EventCapture> logger
)
{
    /// <summary>Stores one event.</summary>
    /// <exception cref="ApiException">400: the event is wrong, and is not stored.</exception>
    public async Task<EventOutcome> SendAsync(JsonElement json)
    {
        var received = EventReader.Read(json, CallerAsSender(), time.Now());
        return (await queue.ApplyAsync(caller.Environment.Seq, [received]))[0];
    }

    /// <summary>Stores events of the caller's environment. One that is wrong is stored as failed.</summary>
    public Task<IReadOnlyList<EventOutcome>> SendAsync(IEnumerable<JsonElement> events)
    {
        var (sender, now) = (CallerAsSender(), time.Now());
        return queue.ApplyAsync(caller.Environment.Seq, [.. events.Select(json => Read(json, sender, now))]);
    }

    /// <summary>
    /// Stores events that say themselves whose they are; the key of the request, if it has one, speaks for those that
    /// do not. One that no environment can be told of is passed over while others are not.
    /// </summary>
    /// <exception cref="ApiException">401: no event has a valid key.</exception>
    public async Task CaptureAsync(IReadOnlyList<JsonElement> events)
    {
        var now = time.Now();
        var senders = new Dictionary<string, (int EnvironmentSeq, EventSender Sender)?>(StringComparer.Ordinal);
        var received = new List<(int EnvironmentSeq, ReceivedEvent Event)>(events.Count);
        foreach (var json in events)
        {
            if (Attribute(json, senders) is not { } attributed)
                continue;
            var (environmentSeq, sender) = attributed;
            received.Add((environmentSeq, Read(json, sender, now)));
        }

        if (received.Count == 0 && events.Count > 0)
            throw ApiProblem.Unauthorized(
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

    private EventSender CallerAsSender() =>
        caller.Key is { } key ? EventSender.FromKey(key, isSecret: !caller.IsPublishable) : EventSender.Console;

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

    private (int EnvironmentSeq, EventSender Sender)? Attribute(
        JsonElement json,
        Dictionary<string, (int EnvironmentSeq, EventSender Sender)?> senders
    )
    {
        var own =
            json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("api_key", out var text)
            && text.ValueKind == JsonValueKind.String
            && TextSafety.IsSafe(text)
                ? text.GetString()!
                : "";
        if (!senders.TryGetValue(own, out var known))
            senders[own] = known = own.Length == 0 ? Caller() : OfKey(own);
        return known;
    }

    private (int, EventSender)? Caller() =>
        caller.EnvironmentOrNull is { } environment ? (environment.Seq, CallerAsSender()) : null;

    private (int, EventSender)? OfKey(string secret)
    {
        var bySecret = keys.FindBySecret(secret);
        if ((bySecret ?? keys.FindByPublishable(secret)) is not { } key)
            // Whoever may speak for the event by the header is told of the wrong key where it can be seen.
            return Caller() is var (seq, sender)
                ? (seq, sender with { Refusal = "api_key of this event is not a valid API key." })
                : null;
        usage.Used(key);
        var own = EventSender.FromKey(key, isSecret: bySecret is not null);
        var environment = key.EnvironmentSeq is { } bound ? keys.FindEnvironment(bound) : caller.EnvironmentOrNull;
        if (environment is null)
            return null;
        return caller.EnvironmentOrNull is { } named && named.Seq != environment.Seq
            ? (
                named.Seq,
                own with
                {
                    Refusal =
                        "api_key of this event belongs to another environment than the key in the header "
                        + $"{KeyAuthentication.KeyHeader}.",
                }
            )
            : (environment.Seq, own);
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
