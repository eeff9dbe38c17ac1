using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Plans;

internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans", List).WithName("listPlans").InEnvironment(Access.Read);
        api.MapPost("/plans", Create).WithName("createPlan").InEnvironment(PlansEdit);
        api.MapGet("/plans/count", Count).WithName("countPlans").InEnvironment(Access.Read);
        api.MapGet("/plans/{plan_id}", Get).WithName("getPlan").InEnvironment(Access.Read);
        api.MapPut("/plans/{plan_id}", Update).WithName("updatePlan").InEnvironment(PlansEdit);
        api.MapDelete("/plans/{plan_id}", Delete).WithName("deletePlan").InEnvironment(PlansEdit);
        api.MapDelete("/plans/version/{plan_version_id}", DeleteVersion)
            .WithName("deletePlanVersion")
            .InEnvironment(PlanVersionsEdit);
        api.MapPut("/plans/version/{plan_version_id}/publish", Publish)
            .WithName("publishPlanVersion")
            .InEnvironment(PlanVersionsEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<PlanDetailResponseData>>>> List(
        Query<PlansQuery> query,
        PlanStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<PlansQuery> query,
        PlanStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Created<Envelope<PlanDetailResponseData>>> Create(
        Body<CreatePlanRequestBody> body,
        PlanStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Created(response, await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<PlanDetailResponseData>>> Get(
        string plan_id,
        Query<PlanQuery> query,
        PlanStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.GetAsync(plan_id, query.Value, cancellationToken));

    private static async Task<Ok<Envelope<PlanDetailResponseData>>> Update(
        string plan_id,
        Body<UpdatePlanRequestBody> body,
        IfMatch ifMatch,
        PlanStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.UpdateAsync(plan_id, body.Value, ifMatch, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string plan_id,
        PlanStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(plan_id, cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<DeleteResponse>>> DeleteVersion(
        string plan_version_id,
        Query<DeletePlanVersionQuery> query,
        PlanStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteVersionAsync(plan_version_id, query.Value, cancellationToken);
        return Responses.Deleted(query.Value);
    }

    private static async Task<Ok<Envelope<PlanVersionResponseData>>> Publish(
        string plan_version_id,
        Body<PublishPlanVersionRequestBody> body,
        PlanStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.PublishAsync(plan_version_id, body.Value, cancellationToken));
}
