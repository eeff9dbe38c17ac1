namespace Schematic.Api.Events.Capture;

/// <summary>Result of one event among several.</summary>
/// <param name="EventId">Null where it was dropped, because an event with its idempotency key is there.</param>
/// <param name="Error">Why it failed; null if it took effect or was dropped.</param>
internal readonly record struct EventOutcome(string? EventId, DateTimeOffset CapturedAt, string? Error);
