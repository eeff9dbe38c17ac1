using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Plans.Roles;

internal static class PlanRolesEndpoints
{
    public static void MapPlanRoles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plan-roles", Get).WithName("getPlanRoles").InEnvironment(Access.Read);
        api.MapPut("/plan-roles", Update).WithName("updatePlanRoles").InEnvironment(PlansEdit);
    }

    private static async Task<Ok<Envelope<PlanRolesResponseData>>> Get(
        PlanRolesStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(cancellationToken));

    private static async Task<Ok<Envelope<PlanRolesResponseData>>> Update(
        Body<UpdatePlanRolesRequestBody> body,
        PlanRolesStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(body.Value, cancellationToken));
}
