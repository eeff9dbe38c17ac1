using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Events;

/// <summary>Body of <c>POST /batch</c>, which SDKs send. An addition to the published description.</summary>
public sealed record CaptureBatchRequestBody
{
    /// <summary>Events to store, at most 100. One that is wrong is stored as failed; the others count.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CapturedEventRequestBody> Events { get; init; }
}
