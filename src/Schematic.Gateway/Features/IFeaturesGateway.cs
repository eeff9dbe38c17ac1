using RestEase;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Features;

namespace Schematic.Gateway.Features
{
    /// <summary>Features, and the companies and users that have them.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IFeaturesGateway
    {
        /// <summary>Lists features, newest first.</summary>
        [Get("features")]
        Task<Envelope<IReadOnlyList<FeatureDetailResponseData>>> ListAsync(
            [Query] FeaturesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the features that the query matches.</summary>
        [Get("features/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] FeaturesQuery query, CancellationToken cancellationToken);

        /// <summary>Gets one feature with its flags.</summary>
        [Get("features/{id}")]
        Task<Envelope<FeatureDetailResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Creates a feature, and its flag if the body contains one.</summary>
        [Post("features")]
        Task<Envelope<FeatureDetailResponseData>> CreateAsync(
            [Body] CreateFeatureRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the members that the body contains.</summary>
        [Put("features/{id}")]
        Task<Envelope<FeatureDetailResponseData>> UpdateAsync(
            [Path] string id,
            [Body] UpdateFeatureRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a feature, its flag and the flag's rules in every environment.</summary>
        [Delete("features/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Lists the companies that have a feature.</summary>
        [Get("feature-companies")]
        Task<Envelope<IReadOnlyList<FeatureCompanyResponseData>>> ListCompaniesAsync(
            [Query] FeatureCompaniesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the companies that the query matches.</summary>
        [Get("feature-companies/count")]
        Task<Envelope<CountResponse>> CountCompaniesAsync(
            [Query] FeatureCompaniesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the users that have a feature.</summary>
        [Get("feature-users")]
        Task<Envelope<IReadOnlyList<FeatureCompanyUserResponseData>>> ListUsersAsync(
            [Query] FeatureUsersQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the users that the query matches.</summary>
        [Get("feature-users/count")]
        Task<Envelope<CountResponse>> CountUsersAsync(
            [Query] FeatureUsersQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IFeaturesGateway"/>
        public IFeaturesGateway Features => For<IFeaturesGateway>();
    }
}
