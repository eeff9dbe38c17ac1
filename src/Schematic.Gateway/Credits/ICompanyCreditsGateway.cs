using RestEase;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Credits;

namespace Schematic.Gateway.Credits
{
    /// <summary>Credits that companies hold: grants, balances, leases and the ledger.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface ICompanyCreditsGateway
    {
        /// <summary>Lists the grants of a company, newest first unless sorted.</summary>
        [Get("billing/credits/grants/company/list")]
        Task<Envelope<IReadOnlyList<BillingCreditGrantResponseData>>> ListCompanyGrantsAsync(
            [Query] CompanyCreditGrantsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the grants of a company.</summary>
        [Get("billing/credits/grants/company/count")]
        Task<Envelope<CountResponse>> CountCompanyGrantsAsync(
            [Query] CompanyCreditGrantsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the grants of all companies, newest first.</summary>
        [Get("billing/credits/grants/list")]
        Task<Envelope<IReadOnlyList<BillingCreditGrantResponseData>>> ListGrantsAsync(
            [Query] CreditGrantsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the grants that the query matches.</summary>
        [Get("billing/credits/grants/count")]
        Task<Envelope<CountResponse>> CountGrantsAsync(
            [Query] CreditGrantsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gives credits to a company; the same idempotency key gives them once.</summary>
        [Post("billing/credits/grants/company")]
        Task<Envelope<BillingCreditGrantResponseData>> GrantAsync(
            [Body] CreateCompanyCreditGrant body,
            [Header("Idempotency-Key")] string? idempotencyKey,
            CancellationToken cancellationToken
        );

        /// <summary>Removes what is left of a grant.</summary>
        [Put("billing/credits/grants/{id}/zero-out")]
        Task<Envelope<BillingCreditGrantResponseData>> ZeroOutAsync(
            [Path] string id,
            [Body] ZeroOutGrantRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the balance of each credit of a company.</summary>
        [Get("billing/credits/balance")]
        Task<Envelope<IReadOnlyList<CompanyCreditBalanceResponseData>>> ListBalancesAsync(
            [Query] CreditBalancesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Reserves credits, or returns the lease that is open.</summary>
        [Post("billing/credits/lease")]
        Task<Envelope<CreditLeaseResponseData>> AcquireLeaseAsync(
            [Body] AcquireCreditLeaseRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Adds credits to a lease, and moves its end.</summary>
        [Put("billing/credits/lease/{id}/extend")]
        Task<Envelope<CreditLeaseResponseData>> ExtendLeaseAsync(
            [Path] string id,
            [Body] ExtendCreditLeaseRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Ends a lease and returns what it has not spent.</summary>
        [Put("billing/credits/lease/{id}/release")]
        Task<Envelope<CreditLeaseResponseData>> ReleaseLeaseAsync(
            [Path] string id,
            [Body] ReleaseCreditLeaseRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists leases, newest first.</summary>
        [Get("billing/credits/leases")]
        Task<Envelope<IReadOnlyList<CreditLeaseResponseData>>> ListLeasesAsync(
            [Query] CreditLeasesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the leases that the query matches.</summary>
        [Get("billing/credits/leases/count")]
        Task<Envelope<CountResponse>> CountLeasesAsync(
            [Query] CreditLeasesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the companies that hold credits of a type, those with the most first.</summary>
        [Get("billing/credits/balances")]
        Task<Envelope<IReadOnlyList<CreditHolderResponseData>>> ListHoldersAsync(
            [Query] CreditHoldersQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the companies that hold credits of a type.</summary>
        [Get("billing/credits/balances/count")]
        Task<Envelope<CountResponse>> CountHoldersAsync(
            [Query] CreditHoldersQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the last check of all balances against the ledger.</summary>
        [Get("billing/credits/self-check")]
        Task<Envelope<CreditSelfCheckResponseData>> GetSelfCheckAsync(CancellationToken cancellationToken);

        /// <summary>Checks all balances of the environment against the ledger now.</summary>
        [Post("billing/credits/self-check")]
        Task<Envelope<CreditSelfCheckResponseData>> RunSelfCheckAsync(CancellationToken cancellationToken);

        /// <summary>Lists movements of credits, newest first.</summary>
        [Get("v2/billing/credits/ledger")]
        Task<Envelope<IReadOnlyList<CreditEventLedgerResponseData>>> ListLedgerAsync(
            [Query] CreditLedgerQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the movements that the query matches.</summary>
        [Get("v2/billing/credits/ledger/count")]
        Task<Envelope<CountResponse>> CountLedgerAsync(
            [Query] CreditLedgerQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Sums the movements that the query matches, by credit type.</summary>
        [Get("v2/billing/credits/ledger/totals")]
        Task<Envelope<IReadOnlyList<CreditLedgerTotal>>> ListLedgerTotalsAsync(
            [Query] CreditLedgerQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="ICompanyCreditsGateway"/>
        public ICompanyCreditsGateway CompanyCredits => For<ICompanyCreditsGateway>();
    }
}
