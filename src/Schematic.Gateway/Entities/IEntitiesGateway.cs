using RestEase;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Entities;

/// <summary>What keys and traits companies and users have: definitions and known values.</summary>
public interface IEntitiesGateway
{
    [Get("entity-key-definitions")]
    Task<Envelope<IReadOnlyList<EntityKeyDefinitionResponseData>>> ListKeyDefinitionsAsync(
        [Query(QuerySerializationMethod.Serialized)] EntityKeyDefinitionsQuery query,
        CancellationToken cancellationToken
    );

    [Get("entity-key-definitions/count")]
    Task<Envelope<CountResponse>> CountKeyDefinitionsAsync(
        [Query(QuerySerializationMethod.Serialized)] EntityKeyDefinitionsQuery query,
        CancellationToken cancellationToken
    );

    [Get("entity-trait-definitions")]
    Task<Envelope<IReadOnlyList<EntityTraitDefinitionResponseData>>> ListTraitDefinitionsAsync(
        [Query(QuerySerializationMethod.Serialized)] EntityTraitDefinitionsQuery query,
        CancellationToken cancellationToken
    );

    [Get("entity-trait-definitions/count")]
    Task<Envelope<CountResponse>> CountTraitDefinitionsAsync(
        [Query(QuerySerializationMethod.Serialized)] EntityTraitDefinitionsQuery query,
        CancellationToken cancellationToken
    );

    [Get("entity-trait-definitions/{id}")]
    Task<Envelope<EntityTraitDefinitionResponseData>> GetTraitDefinitionAsync(
        [Path] string id,
        CancellationToken cancellationToken
    );

    [Post("entity-trait-definitions")]
    Task<Envelope<EntityTraitDefinitionResponseData>> GetOrCreateTraitDefinitionAsync(
        [Body] CreateEntityTraitDefinitionRequestBody body,
        CancellationToken cancellationToken
    );

    [Put("entity-trait-definitions/{id}")]
    Task<Envelope<EntityTraitDefinitionResponseData>> UpdateTraitDefinitionAsync(
        [Path] string id,
        [Body] UpdateEntityTraitDefinitionRequestBody body,
        CancellationToken cancellationToken
    );

    [Delete("entity-trait-definitions/{id}")]
    Task<Envelope<DeleteResponse>> DeleteTraitDefinitionAsync([Path] string id, CancellationToken cancellationToken);

    [Get("entity-trait-values")]
    Task<Envelope<IReadOnlyList<EntityTraitValue>>> ListTraitValuesAsync(
        [Query(QuerySerializationMethod.Serialized)] EntityTraitValuesQuery query,
        CancellationToken cancellationToken
    );
}
