using System.Text.Json;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Senders of the events of one request: the key that an event names, or else the caller. A request counts once
/// against the limit of each key that its events name.
/// </summary>
internal sealed class EventSenders(KeyCache keys, KeyUsage usage, RateLimits limits, Caller caller)
{
    private readonly Dictionary<string, AttributedSender?> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<int> _counted = [];

    /// <summary>The caller as the sender of events that do not name a key.</summary>
    public EventSender Caller { get; } =
        caller.Key is { } key ? EventSender.FromKey(key, isSecret: !caller.IsPublishable) : EventSender.Console;

    /// <summary>Gets the sender of an event, and its environment; null if neither event nor caller says.</summary>
    /// <exception cref="ApiException">429: the key of the event is beyond its limit.</exception>
    public AttributedSender? Of(JsonElement json)
    {
        var own = KeyOf(json);
        if (!_byKey.TryGetValue(own, out var sender))
            _byKey[own] = sender = own.Length == 0 ? AttributedCaller() : OfKey(own);
        return sender;
    }

    /// <returns>Empty if the event names none.</returns>
    private static string KeyOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("api_key", out var text)
        && text.ValueKind == JsonValueKind.String
        && TextSafety.IsSafe(text)
            ? text.GetString()!
            : "";

    private AttributedSender? AttributedCaller() =>
        caller.EnvironmentOrNull is { } environment ? new AttributedSender(environment.Seq, Caller) : null;

    private AttributedSender? OfKey(string text)
    {
        var bySecret = keys.FindBySecret(text);
        if ((bySecret ?? keys.FindByPublishable(text)) is not { } key)
            // Whoever may speak for the event by the header is told of the wrong key where it can be seen.
            return AttributedCaller()?.Refused("api_key of this event is not a valid API key.");
        usage.Used(key);
        Count(key);
        var environment = key.EnvironmentSeq is { } bound ? keys.FindEnvironment(bound) : caller.EnvironmentOrNull;
        if (environment is null)
            return null;
        var own = new AttributedSender(environment.Seq, EventSender.FromKey(key, isSecret: bySecret is not null));
        return caller.EnvironmentOrNull is { } named && named.Seq != environment.Seq
            ? (own with { EnvironmentSeq = named.Seq }).Refused(
                "api_key of this event belongs to another environment than the key in the header "
                    + $"{KeyAuthentication.KeyHeader}."
            )
            : own;
    }

    // The caller's own was counted when the request came. Others may come in both of their forms.
    private void Count(CachedKey key)
    {
        if (key.Seq != caller.Key?.Seq && _counted.Add(key.Seq))
            limits.Count(key);
    }
}

/// <summary>Sender of an event, and the environment in which it is stored.</summary>
internal sealed record AttributedSender(int EnvironmentSeq, EventSender Sender)
{
    /// <summary>The same sender, whose events are stored as failed.</summary>
    public AttributedSender Refused(string refusal) => this with { Sender = Sender with { Refusal = refusal } };
}
