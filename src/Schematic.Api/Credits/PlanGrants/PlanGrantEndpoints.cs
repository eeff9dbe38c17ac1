using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Credits.PlanGrants;

internal static class PlanGrantEndpoints
{
    public static void MapPlanGrants(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing/credits/plan-grants", List)
            .WithName("listBillingPlanCreditGrants")
            .InEnvironment(Access.Read);
        api.MapPost("/billing/credits/plan-grants", Create)
            .WithName("createBillingPlanCreditGrant")
            .InEnvironment(PlanBillingEdit);
        api.MapGet("/billing/credits/plan-grants/count", Count)
            .WithName("countBillingPlanCreditGrants")
            .InEnvironment(Access.Read);
        api.MapGet("/billing/credits/plan-grants/{plan_grant_id}", Get)
            .WithName("getSingleBillingPlanCreditGrant")
            .InEnvironment(Access.Read);
        api.MapPut("/billing/credits/plan-grants/{plan_grant_id}", Update)
            .WithName("updateBillingPlanCreditGrant")
            .InEnvironment(PlanBillingEdit);
        api.MapDelete("/billing/credits/plan-grants/{plan_grant_id}", Delete)
            .WithName("deleteBillingPlanCreditGrant")
            .InEnvironment(PlanBillingEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<BillingPlanCreditGrantResponseData>>>> List(
        Query<PlanCreditGrantsQuery> query,
        PlanGrantStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<PlanCreditGrantsQuery> query,
        PlanGrantStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<BillingPlanCreditGrantResponseData>>> Get(
        string plan_grant_id,
        PlanGrantStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(plan_grant_id, cancellationToken));

    private static async Task<Created<Envelope<BillingPlanCreditGrantResponseData>>> Create(
        Body<CreateBillingPlanCreditGrantRequestBody> body,
        PlanGrantStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<BillingPlanCreditGrantResponseData>>> Update(
        string plan_grant_id,
        Body<UpdateBillingPlanCreditGrantRequestBody> body,
        PlanGrantStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(plan_grant_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string plan_grant_id,
        Query<DeletePlanCreditGrantQuery> query,
        PlanGrantStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(plan_grant_id, query.Value, cancellationToken);
        return Responses.Deleted(query.Value);
    }
}
