using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Entitlements;

internal static class EntitlementEndpoints
{
    public static void MapPlanEntitlements(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plan-entitlements", List).WithName("listPlanEntitlements").InEnvironment(Access.Read);
        api.MapPost("/plan-entitlements", Create).WithName("createPlanEntitlement").InEnvironment(PlanEntitlementsEdit);
        api.MapGet("/plan-entitlements/count", Count).WithName("countPlanEntitlements").InEnvironment(Access.Read);
        api.MapPost("/plan-entitlements/duplicate", Duplicate)
            .WithName("duplicatePlanEntitlements")
            .InEnvironment(PlanEntitlementsEdit);
        api.MapGet("/plan-entitlements/{plan_entitlement_id}", Get)
            .WithName("getPlanEntitlement")
            .InEnvironment(Access.Read);
        api.MapPut("/plan-entitlements/{plan_entitlement_id}", Update)
            .WithName("updatePlanEntitlement")
            .InEnvironment(PlanEntitlementsEdit);
        api.MapDelete("/plan-entitlements/{plan_entitlement_id}", Delete)
            .WithName("deletePlanEntitlement")
            .InEnvironment(PlanEntitlementsEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<PlanEntitlementResponseData>>>> List(
        Query<PlanEntitlementsQuery> query,
        PlanEntitlementStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<PlanEntitlementsQuery> query,
        PlanEntitlementStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Created<Envelope<PlanEntitlementResponseData>>> Create(
        Body<CreatePlanEntitlementRequestBody> body,
        PlanEntitlementStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Created(response, await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Created<Envelope<DuplicatePlanEntitlementsResponseResponseData>>> Duplicate(
        Body<DuplicatePlanEntitlementsRequestBody> body,
        PlanEntitlementCopyStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.DuplicateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<PlanEntitlementResponseData>>> Get(
        string plan_entitlement_id,
        PlanEntitlementStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.GetAsync(plan_entitlement_id, cancellationToken));

    private static async Task<Ok<Envelope<PlanEntitlementResponseData>>> Update(
        string plan_entitlement_id,
        Body<UpdatePlanEntitlementRequestBody> body,
        IfMatch ifMatch,
        PlanEntitlementStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.UpdateAsync(plan_entitlement_id, body.Value, ifMatch, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string plan_entitlement_id,
        IfMatch ifMatch,
        PlanEntitlementStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(plan_entitlement_id, ifMatch, cancellationToken);
        return Responses.Deleted();
    }
}
