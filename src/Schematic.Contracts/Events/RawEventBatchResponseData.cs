namespace Schematic.Contracts.Events;

/// <summary>Receipts of a batch of events.</summary>
public sealed record RawEventBatchResponseData
{
    /// <summary>A receipt for each event, in the order of the request.</summary>
    public required IReadOnlyList<RawEventResponseData> Events { get; init; }
}
