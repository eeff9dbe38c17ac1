using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Events;

/// <summary>Body of <c>POST /event-batch</c>.</summary>
public sealed record CreateEventBatchRequestBody
{
    /// <summary>Events to store, at most 1,000. One that is wrong is stored as failed; the others count.</summary>
    [MaxLength(1000)]
    public required IReadOnlyList<CreateEventRequestBody> Events { get; init; }
}
