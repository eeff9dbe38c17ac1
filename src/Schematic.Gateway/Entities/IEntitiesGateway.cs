using RestEase;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Entities;

namespace Schematic.Gateway.Entities
{
    /// <summary>Definitions of the keys and traits that companies and users have, and known values of traits.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IEntitiesGateway
    {
        /// <summary>Lists key definitions, newest first.</summary>
        [Get("entity-key-definitions")]
        Task<Envelope<IReadOnlyList<EntityKeyDefinitionResponseData>>> ListKeyDefinitionsAsync(
            [Query] EntityKeyDefinitionsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the key definitions that the query matches.</summary>
        [Get("entity-key-definitions/count")]
        Task<Envelope<CountResponse>> CountKeyDefinitionsAsync(
            [Query] EntityKeyDefinitionsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Lists trait definitions, newest first.</summary>
        [Get("entity-trait-definitions")]
        Task<Envelope<IReadOnlyList<EntityTraitDefinitionResponseData>>> ListTraitDefinitionsAsync(
            [Query] EntityTraitDefinitionsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the trait definitions that the query matches.</summary>
        [Get("entity-trait-definitions/count")]
        Task<Envelope<CountResponse>> CountTraitDefinitionsAsync(
            [Query] EntityTraitDefinitionsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one trait definition.</summary>
        [Get("entity-trait-definitions/{id}")]
        Task<Envelope<EntityTraitDefinitionResponseData>> GetTraitDefinitionAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Creates a trait definition; returns the one of this hierarchy if there is one already.</summary>
        [Post("entity-trait-definitions")]
        Task<Envelope<EntityTraitDefinitionResponseData>> GetOrCreateTraitDefinitionAsync(
            [Body] CreateEntityTraitDefinitionRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the type and the display name of a trait.</summary>
        [Put("entity-trait-definitions/{id}")]
        Task<Envelope<EntityTraitDefinitionResponseData>> UpdateTraitDefinitionAsync(
            [Path] string id,
            [Body] UpdateEntityTraitDefinitionRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>
        /// Deletes a trait definition and the values of the trait; refused while another environment uses it.
        /// </summary>
        [Delete("entity-trait-definitions/{id}")]
        Task<Envelope<DeleteResponse>> DeleteTraitDefinitionAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the distinct values of a trait, in alphabetical order.</summary>
        [Get("entity-trait-values")]
        Task<Envelope<IReadOnlyList<EntityTraitValue>>> ListTraitValuesAsync(
            [Query] EntityTraitValuesQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IEntitiesGateway"/>
        public IEntitiesGateway Entities => For<IEntitiesGateway>();
    }
}
