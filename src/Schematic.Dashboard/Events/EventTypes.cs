using Schematic.Contracts.Events;

namespace Schematic.Dashboard.Events;

/// <summary>The types of events in words.</summary>
internal static class EventTypes
{
    /// <summary>Choices, the most usual first.</summary>
    public static IReadOnlyList<EventType> All { get; } =
    [EventType.Track, EventType.Identify, EventType.FlagCheck, EventType.Inference];

    public static string Title(EventType type) =>
        type switch
        {
            EventType.Track => "Track",
            EventType.Identify => "Identify",
            EventType.FlagCheck => "Flag check",
            EventType.Inference => "Inference",
            _ => "Unknown",
        };
}
