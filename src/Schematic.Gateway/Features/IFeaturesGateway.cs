using RestEase;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Features;

/// <summary>Features, and who has the use of one.</summary>
public interface IFeaturesGateway
{
    [Get("features")]
    Task<Envelope<IReadOnlyList<FeatureDetailResponseData>>> ListAsync(
        [Query(QuerySerializationMethod.Serialized)] FeaturesQuery query,
        CancellationToken cancellationToken
    );

    [Get("features/count")]
    Task<Envelope<CountResponse>> CountAsync(
        [Query(QuerySerializationMethod.Serialized)] FeaturesQuery query,
        CancellationToken cancellationToken
    );

    [Get("features/{id}")]
    Task<Envelope<FeatureDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

    [Post("features")]
    Task<Envelope<FeatureDetailResponseData>> CreateAsync(
        [Body] CreateFeatureRequestBody body,
        CancellationToken cancellationToken
    );

    [Put("features/{id}")]
    Task<Envelope<FeatureDetailResponseData>> UpdateAsync(
        [Path] string id,
        [Body] UpdateFeatureRequestBody body,
        CancellationToken cancellationToken
    );

    /// <summary>Takes the feature's flag along, and the flag's rules in every environment.</summary>
    [Delete("features/{id}")]
    Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

    [Get("feature-companies")]
    Task<Envelope<IReadOnlyList<FeatureCompanyResponseData>>> ListCompaniesAsync(
        [Query(QuerySerializationMethod.Serialized)] FeatureCompaniesQuery query,
        CancellationToken cancellationToken
    );

    [Get("feature-companies/count")]
    Task<Envelope<CountResponse>> CountCompaniesAsync(
        [Query(QuerySerializationMethod.Serialized)] FeatureCompaniesQuery query,
        CancellationToken cancellationToken
    );

    [Get("feature-users")]
    Task<Envelope<IReadOnlyList<FeatureCompanyUserResponseData>>> ListUsersAsync(
        [Query(QuerySerializationMethod.Serialized)] FeatureUsersQuery query,
        CancellationToken cancellationToken
    );

    [Get("feature-users/count")]
    Task<Envelope<CountResponse>> CountUsersAsync(
        [Query(QuerySerializationMethod.Serialized)] FeatureUsersQuery query,
        CancellationToken cancellationToken
    );
}
