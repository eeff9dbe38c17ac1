using Schematic.Contracts.Events;

namespace Schematic.Dashboard.Events;

/// <summary>The states of an event's processing in words and colours.</summary>
internal static class EventStatuses
{
    /// <summary>Choices, in the order an event passes through them.</summary>
    public static IReadOnlyList<EventStatus> All { get; } =
    [EventStatus.Pending, EventStatus.Enriched, EventStatus.Processed, EventStatus.Failed];

    public static string Title(EventStatus status) =>
        status switch
        {
            EventStatus.Pending => "Pending",
            EventStatus.Enriched => "Enriched",
            EventStatus.Processed => "Processed",
            EventStatus.Failed => "Failed",
            _ => "Unknown",
        };

    /// <summary>Tone of its badge.</summary>
    public static string Tone(EventStatus status) =>
        status switch
        {
            EventStatus.Processed => "success",
            EventStatus.Failed => "danger",
            EventStatus.Pending or EventStatus.Enriched => "info",
            _ => "neutral",
        };
}
