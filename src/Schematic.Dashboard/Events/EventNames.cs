using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Events;

namespace Schematic.Dashboard.Events;

/// <summary>The name that an event goes by.</summary>
internal static class EventNames
{
    /// <summary>The longest name that the API filters by.</summary>
    public const int MaxLength = 255;

    /// <summary>
    /// Name of a track event, key of a checked flag, or the model that was called; null for an event without a name.
    /// </summary>
    public static string? GetName(EventDetailResponseData recorded) =>
        recorded.Subtype
        ?? recorded.Type switch
        {
            EventType.FlagCheck => GetText(recorded.Body, "flag_key"),
            EventType.Inference => GetText(recorded.Body, "event") ?? GetText(recorded.Body, "response_model"),
            EventType.Track => GetText(recorded.Body, "event"),
            _ => null,
        };

    /// <summary>Lists the names of track events that were received, as suggestions.</summary>
    public static Task<IReadOnlyList<string>> ListAsync(IEventsGateway events, CancellationToken cancellationToken) =>
        Suggestions.ListAsync<string>(
            async token =>
                [
                    .. (await events.ListTypesAsync(new() { Limit = Page.MaxLimit }, token)).Data.Select(static type =>
                        type.EventSubtype
                    ),
                ],
            cancellationToken
        );

    // The body is kept as it came, in whatever form.
    private static string? GetText(JsonElement body, string member) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
