using RestEase;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Credits;

namespace Schematic.Gateway.Credits
{
    /// <summary>Credits that plans include.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IPlanCreditGrantsGateway
    {
        /// <summary>Lists the credits that plans include, newest first.</summary>
        [Get("billing/credits/plan-grants")]
        Task<Envelope<IReadOnlyList<BillingPlanCreditGrantResponseData>>> ListAsync(
            [Query] PlanCreditGrantsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the grants of plans that the query matches.</summary>
        [Get("billing/credits/plan-grants/count")]
        Task<Envelope<CountResponse>> CountAsync(
            [Query] PlanCreditGrantsQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one grant of a plan.</summary>
        [Get("billing/credits/plan-grants/{id}")]
        Task<Envelope<BillingPlanCreditGrantResponseData>> GetAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Adds credits to the draft of a plan.</summary>
        [Post("billing/credits/plan-grants")]
        Task<Envelope<BillingPlanCreditGrantResponseData>> CreateAsync(
            [Body] CreateBillingPlanCreditGrantRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Changes the credits that a plan includes.</summary>
        [Put("billing/credits/plan-grants/{id}")]
        Task<Envelope<BillingPlanCreditGrantResponseData>> UpdateAsync(
            [Path] string id,
            [Body] UpdateBillingPlanCreditGrantRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Removes credits from a plan.</summary>
        [Delete("billing/credits/plan-grants/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync(
            [Path] string id,
            [Query] DeletePlanCreditGrantQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IPlanCreditGrantsGateway"/>
        public IPlanCreditGrantsGateway PlanCreditGrants => For<IPlanCreditGrantsGateway>();
    }
}
