using RestEase;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Events;

/// <summary>What companies and users did, and which flags were checked for them.</summary>
public interface IEventsGateway
{
    /// <summary>Newest first. There is no count of them.</summary>
    [Get("events")]
    Task<Envelope<IReadOnlyList<EventDetailResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] EventsQuery query,
        CancellationToken cancellationToken
    );

    [Get("events/{id}")]
    Task<Envelope<EventDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    [Get("event-types")]
    Task<Envelope<IReadOnlyList<EventSummaryResponseData>>> ListTypesAsync(
        [Query(QuerySerializationMethod.Serialized)] EventTypesQuery query,
        CancellationToken cancellationToken
    );
}
