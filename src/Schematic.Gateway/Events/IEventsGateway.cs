using RestEase;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Events;

public interface IEventsGateway
{
    [Get("event-types")]
    Task<Envelope<IReadOnlyList<EventSummaryResponseData>>> ListTypesAsync([Query(QuerySerializationMethod.Serialized)] EventTypesQuery query, CancellationToken cancellationToken);
}
