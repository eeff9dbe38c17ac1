using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Plans.Audiences;

internal static class PlanAudienceEndpoints
{
    public static void MapPlanAudiences(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/{plan_id}/audience", Get).WithName("getPlanAudience").InEnvironment(Access.Read);
        api.MapPut("/plans/{plan_id}/audience", Update).WithName("updatePlanAudience").InEnvironment(PlansEdit);
        api.MapDelete("/plans/{plan_id}/audience", Delete).WithName("deletePlanAudience").InEnvironment(PlansEdit);
    }

    private static async Task<Ok<Envelope<PlanAudienceResponseData>>> Get(
        string plan_id,
        PlanAudienceStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.GetAsync(plan_id, cancellationToken));

    private static async Task<Ok<Envelope<PlanAudienceResponseData>>> Update(
        string plan_id,
        Body<PlanAudienceRequestBody> body,
        IfMatch ifMatch,
        PlanAudienceStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.UpdateAsync(plan_id, body.Value, ifMatch, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string plan_id,
        IfMatch ifMatch,
        PlanAudienceStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(plan_id, ifMatch, cancellationToken);
        return Responses.Deleted();
    }
}
