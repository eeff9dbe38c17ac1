using RestEase;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Entitlements;
using Schematic.Gateway.Http;

namespace Schematic.Gateway.Entitlements
{
    /// <summary>
    /// Features that plans include, values of single companies in their place, and the usage that results.
    /// </summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IEntitlementsGateway
    {
        /// <summary>Lists entitlements of plans, newest first.</summary>
        [Get("plan-entitlements")]
        Task<Envelope<IReadOnlyList<PlanEntitlementResponseData>>> ListPlanEntitlementsAsync(
            [Query] PlanEntitlementsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the entitlements of plans that the query matches.</summary>
        [Get("plan-entitlements/count")]
        Task<Envelope<CountResponse>> CountPlanEntitlementsAsync(
            [Query] PlanEntitlementsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets an entitlement, with the <see cref="Envelope.ETag"/> that a write can name.</summary>
        [Get("plan-entitlements/{id}")]
        Task<Envelope<PlanEntitlementResponseData>> GetPlanEntitlementAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Adds a feature to the draft of a plan; a published plan gets a draft first.</summary>
        [Post("plan-entitlements")]
        Task<Envelope<PlanEntitlementResponseData>> CreatePlanEntitlementAsync(
            [Body] CreatePlanEntitlementRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>
        /// Changes the members that the body contains. An entitlement of a published version stays; the answer is its
        /// changed copy in the draft.
        /// </summary>
        /// <param name="ifMatch">ETag of the state to change; null to overwrite any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the entitlement since that state.
        /// </exception>
        [Put("plan-entitlements/{id}")]
        Task<Envelope<PlanEntitlementResponseData>> UpdatePlanEntitlementAsync(
            [Path] string id,
            [Body] UpdatePlanEntitlementRequestBody body,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Removes a feature from the draft of a plan; a published plan gets a draft first.</summary>
        /// <param name="ifMatch">ETag of the state to remove; null to remove any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the entitlement since that state.
        /// </exception>
        [Delete("plan-entitlements/{id}")]
        Task<Envelope<DeleteResponse>> DeletePlanEntitlementAsync(
            [Path] string id,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Copies the entitlements of a plan into the draft of another.</summary>
        [Post("plan-entitlements/duplicate")]
        Task<Envelope<DuplicatePlanEntitlementsResponseResponseData>> DuplicatePlanEntitlementsAsync(
            [Body] DuplicatePlanEntitlementsRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists company overrides, newest first.</summary>
        [Get("company-overrides")]
        Task<Envelope<IReadOnlyList<CompanyOverrideResponseData>>> ListOverridesAsync(
            [Query] CompanyOverridesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the company overrides that the query matches.</summary>
        [Get("company-overrides/count")]
        Task<Envelope<CountResponse>> CountOverridesAsync(
            [Query] CompanyOverridesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one company override, with the <see cref="Envelope.ETag"/> that a write can name.</summary>
        [Get("company-overrides/{id}")]
        Task<Envelope<CompanyOverrideResponseData>> GetOverrideAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Gives a company a value of its own for a feature.</summary>
        [Post("company-overrides")]
        Task<Envelope<CompanyOverrideResponseData>> CreateOverrideAsync(
            [Body] CreateCompanyOverrideRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the members that the body contains.</summary>
        /// <param name="ifMatch">ETag of the state to change; null to overwrite any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the override since that state.
        /// </exception>
        [Put("company-overrides/{id}")]
        Task<Envelope<CompanyOverrideResponseData>> UpdateOverrideAsync(
            [Path] string id,
            [Body] UpdateCompanyOverrideRequestBody body,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a company override, after which the company's plan decides again.</summary>
        /// <param name="ifMatch">ETag of the state to delete; null to delete any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the override since that state.
        /// </exception>
        [Delete("company-overrides/{id}")]
        Task<Envelope<DeleteResponse>> DeleteOverrideAsync(
            [Path] string id,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the features that a company may use, with limit and usage of each.</summary>
        [Get("feature-usage")]
        Task<Envelope<IReadOnlyList<FeatureUsageResponseData>>> ListFeatureUsageAsync(
            [Query] FeatureUsageQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the features that the query matches.</summary>
        [Get("feature-usage/count")]
        Task<Envelope<CountResponse>> CountFeatureUsageAsync(
            [Query] FeatureUsageQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IEntitlementsGateway"/>
        public IEntitlementsGateway Entitlements => For<IEntitlementsGateway>();
    }
}
