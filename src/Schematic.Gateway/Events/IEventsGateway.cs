using RestEase;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Events;

namespace Schematic.Gateway.Events
{
    /// <summary>Events that companies and users caused, and checks of flags made for them.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IEventsGateway
    {
        /// <summary>Lists events, newest first. The API has no count of them.</summary>
        [Get("events")]
        Task<Envelope<IReadOnlyList<EventDetailResponseData>>> ListAsync(
            [Query] EventsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one event.</summary>
        [Get("events/{id}")]
        Task<Envelope<EventDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Lists the types of events that have been received, in alphabetical order.</summary>
        [Get("event-types")]
        Task<Envelope<IReadOnlyList<EventSummaryResponseData>>> ListTypesAsync(
            [Query] EventTypesQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IEventsGateway"/>
        public IEventsGateway Events => For<IEventsGateway>();
    }
}
