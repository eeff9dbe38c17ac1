using RestEase;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Credits;

namespace Schematic.Gateway.Credits
{
    /// <summary>Credit types and the bundles they are sold in.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface ICreditsGateway
    {
        /// <summary>Lists credit types, newest first.</summary>
        [Get("billing/credits")]
        Task<Envelope<IReadOnlyList<BillingCreditResponseData>>> ListAsync(
            [Query] CreditsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the credit types that the query matches.</summary>
        [Get("billing/credits/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] CreditsQuery query, CancellationToken cancellationToken);

        /// <summary>Gets one credit type.</summary>
        [Get("billing/credits/{id}")]
        Task<Envelope<BillingCreditResponseData>> GetAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Creates a credit type.</summary>
        [Post("billing/credits")]
        Task<Envelope<BillingCreditResponseData>> CreateAsync(
            [Body] CreateBillingCreditRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes a credit type.</summary>
        [Put("billing/credits/{id}")]
        Task<Envelope<BillingCreditResponseData>> UpdateAsync(
            [Path] string id,
            [Body] UpdateBillingCreditRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a credit type; its ledger stays.</summary>
        [Delete("billing/credits/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Lists bundles, newest first.</summary>
        [Get("billing/credits/bundles")]
        Task<Envelope<IReadOnlyList<BillingCreditBundleResponseData>>> ListBundlesAsync(
            [Query] CreditBundlesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the bundles that the query matches.</summary>
        [Get("billing/credits/bundles/count")]
        Task<Envelope<CountResponse>> CountBundlesAsync(
            [Query] CreditBundlesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one bundle.</summary>
        [Get("billing/credits/bundles/{id}")]
        Task<Envelope<BillingCreditBundleResponseData>> GetBundleAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Creates a bundle.</summary>
        [Post("billing/credits/bundles")]
        Task<Envelope<BillingCreditBundleResponseData>> CreateBundleAsync(
            [Body] CreateCreditBundleRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes a bundle.</summary>
        [Put("billing/credits/bundles/{id}")]
        Task<Envelope<BillingCreditBundleResponseData>> UpdateBundleAsync(
            [Path] string id,
            [Body] UpdateCreditBundleDetailsRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a bundle that no grant came from.</summary>
        [Delete("billing/credits/bundles/{id}")]
        Task<Envelope<DeleteResponse>> DeleteBundleAsync([Path] string id, CancellationToken cancellationToken);
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="ICreditsGateway"/>
        public ICreditsGateway Credits => For<ICreditsGateway>();
    }
}
