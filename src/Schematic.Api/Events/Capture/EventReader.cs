using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Reads one event, of <c>POST /events</c> and of the forms that SDKs capture with. Whatever is wrong is a sentence
/// that names the member and the bound. Sources: domain, events; what SDKs send.
/// </summary>
internal static class EventReader
{
    private const int MaxIdempotencyKey = 255;
    private const int MaxNestedBody = 256 * 1024;

    /// <exception cref="ApiException">400: the event is wrong.</exception>
    public static ReceivedEvent Read(JsonElement json, EventSender sender, DateTimeOffset now)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw ApiProblem.BadRequest("An event must be a JSON object.");
        JsonScan.Members(JsonMarshal.GetRawUtf8Value(json));
        var members = new EventMembers(json);
        var type = Type(members);
        var body = Body(members);
        var received = EventBodies.Read(type, body) with
        {
            Type = type,
            Body = body.GetRawText(),
            ApiKeyId = sender.ApiKeyId,
            IdempotencyKey = IdempotencyKey(members),
            ReceivedAt = now,
            CapturedAt = now,
            Error = sender.Refusal,
        };
        if (received.Quantity < 0 && !sender.IsSecret)
            throw ApiProblem.BadRequest(
                "quantity must not be negative with a publishable key. Take usage back with a secret key.",
                "body.quantity"
            );
        return WithClock(received, members, sender, now);
    }

    /// <summary>The event to store as failed, from one that is wrong.</summary>
    public static ReceivedEvent Failed(JsonElement json, EventSender sender, DateTimeOffset now, string error)
    {
        var isReadable = json.ValueKind == JsonValueKind.Object && CanBeWritten(json);
        // Nothing around the body is kept: it may hold the API key of the sender.
        JsonElement? body =
            isReadable && json.TryGetProperty("body", out var inner) && inner.ValueKind == JsonValueKind.Object
                ? inner
                : null;
        return new ReceivedEvent
        {
            Type = isReadable ? TypeOrTrack(json) : EventType.Track,
            Subtype = body is { } named ? NameOrNull(named) : null,
            Body = body?.GetRawText() is { Length: <= MaxNestedBody } text ? text : "{}",
            ApiKeyId = sender.ApiKeyId,
            ReceivedAt = now,
            CapturedAt = now,
            Error = error,
        };
    }

    // A JsonElement keeps halves of surrogate pairs. It fails when a member is looked for among them, and in the middle
    // of the answer that is to show them.
    private static bool CanBeWritten(JsonElement json)
    {
        try
        {
            JsonSerializer.SerializeToUtf8Bytes(json);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    // What it was to count, for whoever looks for it by that name.
    private static string? NameOrNull(JsonElement body) =>
        body.TryGetProperty("event", out var name)
        && name.ValueKind == JsonValueKind.String
        && TextSafety.IsSafe(name)
        && name.GetString() is { Length: > 0 and <= EventBodies.MaxName } text
            ? text
            : null;

    private static EventType TypeOrTrack(JsonElement json) =>
        (json.TryGetProperty("event_type", out var type) || json.TryGetProperty("type", out type))
        && type.ValueKind == JsonValueKind.String
        && TextSafety.IsSafe(type)
        && WireEnum<EventType>.TryParse(type.GetString()!, out var known)
            ? known
            : EventType.Track;

    private static EventType Type(EventMembers members)
    {
        var (name, text) = members.Text("event_type") is { } given
            ? ("event_type", given)
            : ("type", members.Text("type"));
        if (text is null)
            throw ApiProblem.BadRequest("event_type is required.", "event_type");
        return WireEnum<EventType>.TryParse(text, out var type)
            ? type
            : throw ApiProblem.BadRequest(
                $"{name} is \"{ApiProblem.Shorten(text)}\"; it must be one of "
                    + $"{string.Join(", ", WireEnum<EventType>.WireNames)}.",
                name
            );
    }

    private static JsonElement Body(EventMembers members)
    {
        if (members.Get("body") is not { } body)
            throw ApiProblem.BadRequest("body is required.", "body");
        return body.ValueKind == JsonValueKind.Object
            ? body
            : throw ApiProblem.BadRequest("body must be an object.", "body");
    }

    // Browsers have no idempotency key; a retry repeats the id of the event instead.
    private static string? IdempotencyKey(EventMembers members)
    {
        var (name, key) = members.Text("idempotency_key") is { Length: > 0 } given
            ? ("idempotency_key", given)
            : ("tracker_event_id", members.Text("tracker_event_id"));
        if (key is null or "")
            return null;
        return TextLength.IsOver(key, MaxIdempotencyKey)
            ? throw ApiProblem.BadRequest($"{name} must have at most {MaxIdempotencyKey} characters.", name)
            : key;
    }

    private static ReceivedEvent WithClock(
        ReceivedEvent received,
        EventMembers members,
        EventSender sender,
        DateTimeOffset now
    )
    {
        var sentAt = members.Time("sent_at");
        var isBackfill = members.Flag("backfill") == true;
        var isTrusted = members.Flag("trusted_client_clock") == true;
        received = received with { SentAt = sentAt };
        if (!isBackfill && !isTrusted)
            return received;
        var name = isBackfill ? "backfill" : "trusted_client_clock";
        if (!sender.IsSecret)
            throw ApiProblem.BadRequest(
                $"{name} needs a secret key; this event was sent with a publishable one.",
                name
            );
        if (sentAt is not { } at)
            throw ApiProblem.BadRequest($"{name} needs sent_at, the time at which the event counts.", "sent_at");
        ClockBounds.Check(at, isBackfill, now);
        return received with { Clock = isBackfill ? EventClock.Backfill : EventClock.Sender, CapturedAt = at };
    }
}

/// <summary>How far a sender's clock may be off. Source: domain, events.</summary>
internal static class ClockBounds
{
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan TrustedBack = TimeSpan.FromDays(34);
    public static readonly TimeSpan BackfillBack = TimeSpan.FromDays(365);

    /// <exception cref="ApiException">400: <paramref name="sentAt"/> is out of bounds.</exception>
    public static void Check(DateTimeOffset sentAt, bool isBackfill, DateTimeOffset now)
    {
        if (sentAt > now + Ahead)
            throw ApiProblem.BadRequest(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"sent_at, {sentAt.UtcDateTime:O}, is more than {Ahead.TotalMinutes} minutes ahead of the server's clock."
                ),
                "sent_at"
            );
        if (isBackfill && sentAt < now - BackfillBack)
            throw ApiProblem.BadRequest(
                $"sent_at is more than {BackfillBack.TotalDays} days back. Events of that age cannot be imported.",
                "sent_at"
            );
        if (!isBackfill && sentAt < now - TrustedBack)
            throw ApiProblem.BadRequest(
                $"sent_at is more than {TrustedBack.TotalDays} days back. backfill takes older events, up to "
                    + $"{BackfillBack.TotalDays} days, for analytics only and without billing effects.",
                "sent_at"
            );
    }
}
