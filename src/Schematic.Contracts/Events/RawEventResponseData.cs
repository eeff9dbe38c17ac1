namespace Schematic.Contracts.Events;

/// <summary>Receipt of an event that is stored.</summary>
public sealed record RawEventResponseData
{
    /// <summary>Time for which the event counts, in UTC.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Id of the event, <c>evt_…</c>; null if it was dropped because its idempotency key was used.</summary>
    public string? EventId { get; init; }

    /// <summary>Address that the event came from, with its port; null if it is not known.</summary>
    public string? RemoteAddr { get; init; }

    /// <summary>Address that the event came from; empty if it is not known.</summary>
    public required string RemoteIp { get; init; }

    /// <summary>Header <c>User-Agent</c> of the request; empty if there was none.</summary>
    public required string UserAgent { get; init; }
}
