using System.Text.Json.Serialization;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Events;

/// <summary>Effects of an event. An addition to the published API.</summary>
public sealed record EventEffectsResponseData
{
    /// <summary>The company that the event counts for; left out if there is none or it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? Company { get; init; }

    /// <summary>Counters of the company that the event moved; empty if it moved none.</summary>
    public required IReadOnlyList<EventCounterResponseData> Counters { get; init; }

    /// <summary>Id of the event, <c>evt_…</c>.</summary>
    public required string EventId { get; init; }

    /// <summary>The user that the event is about; left out if there is none or it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObject? User { get; init; }
}
