namespace Schematic.Contracts.Events;

/// <summary>Refusal of a batch of too many events, as SDKs know it. An addition to the published description.</summary>
public sealed record BatchTooLarge
{
    /// <summary>Always <c>batch too large</c>.</summary>
    public required string Error { get; init; }

    /// <summary>Largest number of events in a batch.</summary>
    public required int MaxSize { get; init; }
}
