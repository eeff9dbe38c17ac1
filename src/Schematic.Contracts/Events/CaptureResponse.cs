namespace Schematic.Contracts.Events;

/// <summary>
/// Answer to SDKs that events are stored; it has no members. An addition to the published description.
/// </summary>
public sealed record CaptureResponse;
