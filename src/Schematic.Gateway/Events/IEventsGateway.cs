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

        /// <summary>
        /// Waits until there are events after the cursor, for about 20 seconds at most, and gets them, or a sample.
        /// </summary>
        [Get("events/tail")]
        Task<Envelope<EventTailResponseData>> TailAsync(
            [Query] EventTailQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets what an event changed when it took effect.</summary>
        [Get("events/{id}/effects")]
        Task<Envelope<EventEffectsResponseData>> GetEffectsAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Sends one event; it is stored, and has taken effect or failed, once this returns.</summary>
        [Post("events")]
        Task<Envelope<RawEventResponseData>> CreateAsync(
            [Body] CreateEventRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Sends events; one that is wrong is stored as failed, and the others count.</summary>
        [Post("event-batch")]
        Task<Envelope<RawEventBatchResponseData>> CreateBatchAsync(
            [Body] CreateEventBatchRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Processes an event that failed once more.</summary>
        /// <exception cref="Http.GatewayException">409: the event did not fail.</exception>
        [Post("events/{id}/replay")]
        Task<Envelope<EventDetailResponseData>> ReplayAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Lists the types of events that have been received, in alphabetical order.</summary>
        [Get("event-types")]
        Task<Envelope<IReadOnlyList<EventSummaryResponseData>>> ListTypesAsync(
            [Query] EventTypesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the types of events that the query matches.</summary>
        [Get("event-types/count")]
        Task<Envelope<CountResponse>> CountTypesAsync(
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
