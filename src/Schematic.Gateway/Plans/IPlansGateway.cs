using RestEase;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Gateway.Plans;

namespace Schematic.Gateway.Plans
{
    /// <summary>Plans and add-ons, their versions and audiences, and the companies that have them.</summary>
    [SerializationMethods(Query = QuerySerializationMethod.Serialized)]
    public interface IPlansGateway
    {
        /// <summary>Lists plans and add-ons, newest first.</summary>
        [Get("plans")]
        Task<Envelope<IReadOnlyList<PlanDetailResponseData>>> ListAsync(
            [Query] PlansQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the plans that the query matches.</summary>
        [Get("plans/count")]
        Task<Envelope<CountResponse>> CountAsync([Query] PlansQuery query, CancellationToken cancellationToken);

        /// <summary>
        /// Gets one plan, as it is in one of its versions, with the <see cref="Envelope.ETag"/> that a write can name.
        /// </summary>
        [Get("plans/{id}")]
        Task<Envelope<PlanDetailResponseData>> GetAsync(
            [Path] string id,
            [Query] PlanQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Creates a plan with an empty draft.</summary>
        [Post("plans")]
        Task<Envelope<PlanDetailResponseData>> CreateAsync(
            [Body] CreatePlanRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Renames or describes a plan at once, and its draft with it.</summary>
        /// <param name="ifMatch">ETag of the state to change; null to overwrite any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the plan since that state.
        /// </exception>
        [Put("plans/{id}")]
        Task<Envelope<PlanDetailResponseData>> UpdateAsync(
            [Path] string id,
            [Body] UpdatePlanRequestBody body,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a plan and its versions in every environment.</summary>
        [Delete("plans/{id}")]
        Task<Envelope<DeleteResponse>> DeleteAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Publishes a draft, and moves companies to it if the body says so.</summary>
        [Put("plans/version/{id}/publish")]
        Task<Envelope<PlanVersionResponseData>> PublishVersionAsync(
            [Path] string id,
            [Body] PublishPlanVersionRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Deletes a version of a plan, such as a draft that is given up.</summary>
        [Delete("plans/version/{id}")]
        Task<Envelope<DeleteResponse>> DeleteVersionAsync(
            [Path] string id,
            [Query] DeletePlanVersionQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the conditions that give a plan to companies; refused with 404 if it has none.</summary>
        [Get("plans/{id}/audience")]
        Task<Envelope<PlanAudienceResponseData>> GetAudienceAsync(
            [Path] string id,
            CancellationToken cancellationToken
        );

        /// <summary>Replaces the conditions that give a plan to companies.</summary>
        /// <param name="ifMatch">ETag of the state to change; null to overwrite any state.</param>
        /// <param name="ifNoneMatch">
        /// <see cref="GatewayHeaders.Any"/> to create an audience and to overwrite none; otherwise null.
        /// </param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the audience since that state.
        /// </exception>
        [Put("plans/{id}/audience")]
        Task<Envelope<PlanAudienceResponseData>> UpdateAudienceAsync(
            [Path] string id,
            [Body] PlanAudienceRequestBody body,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            [Header(GatewayHeaders.IfNoneMatch)] string? ifNoneMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Removes the conditions that give a plan to companies.</summary>
        /// <param name="ifMatch">ETag of the state to remove; null to remove any state.</param>
        /// <exception cref="GatewayException">
        /// <see cref="GatewayException.IsStale"/>: somebody else has changed the audience since that state.
        /// </exception>
        [Delete("plans/{id}/audience")]
        Task<Envelope<DeleteResponse>> DeleteAudienceAsync(
            [Path] string id,
            [Header(GatewayHeaders.IfMatch)] string? ifMatch,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the companies that match conditions which need not be saved.</summary>
        [Post("audience/count-companies")]
        Task<Envelope<CountResponse>> CountAudienceCompaniesAsync(
            [Body] AudienceRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists the companies that match conditions which need not be saved, newest first.</summary>
        [Post("audience/get-companies")]
        Task<Envelope<IReadOnlyList<CompanyDetailResponseData>>> ListAudienceCompaniesAsync(
            [Body] AudienceRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Gets the initial, fallback and trial-expiry plans of the environment.</summary>
        [Get("plan-roles")]
        Task<Envelope<PlanRolesResponseData>> GetRolesAsync(CancellationToken cancellationToken);

        /// <summary>Changes the initial, fallback and trial-expiry plans that the body contains.</summary>
        [Put("plan-roles")]
        Task<Envelope<PlanRolesResponseData>> UpdateRolesAsync(
            [Body] UpdatePlanRolesRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Gives a company its plan and all its add-ons.</summary>
        [Put("company-plans/{companyId}")]
        Task<Envelope<CompanyDetailResponseData>> UpdateCompanyPlansAsync(
            [Path] string companyId,
            [Body] UpdateCompanyPlansRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Gets what a company may use now and after a change of its plans or overrides.</summary>
        [Post("company-plans/{companyId}/preview")]
        Task<Envelope<CompanyPlanPreviewResponseData>> PreviewCompanyPlansAsync(
            [Path] string companyId,
            [Body] CompanyPlanPreviewRequestBody body,
            CancellationToken cancellationToken
        );

        /// <summary>Lists changes of companies' plans, newest first.</summary>
        [Get("plan-changes")]
        Task<Envelope<IReadOnlyList<PlanChangeResponseData>>> ListChangesAsync(
            [Query] PlanChangesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Counts the changes that the query matches.</summary>
        [Get("plan-changes/count")]
        Task<Envelope<CountResponse>> CountChangesAsync(
            [Query] PlanChangesQuery query,
            CancellationToken cancellationToken
        );

        /// <summary>Gets one change of a company's plans.</summary>
        [Get("plan-changes/{id}")]
        Task<Envelope<PlanChangeResponseData>> GetChangeAsync([Path] string id, CancellationToken cancellationToken);

        /// <summary>Gets the number of companies on each plan, month by month.</summary>
        [Get("insights/plan-growth")]
        Task<Envelope<PlanGrowthResponseData>> GetGrowthAsync(
            [Query] PlanGrowthQuery query,
            CancellationToken cancellationToken
        );
    }
}

namespace Schematic.Gateway
{
    public sealed partial class SchematicGateway
    {
        /// <inheritdoc cref="IPlansGateway"/>
        public IPlansGateway Plans => For<IPlansGateway>();
    }
}
