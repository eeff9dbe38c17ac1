using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Plans.Changes;

internal static class PlanChangeEndpoints
{
    public static void MapPlanChanges(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plan-changes", List).WithName("listPlanChanges").InEnvironment(Access.Read);
        api.MapGet("/plan-changes/count", Count).WithName("countPlanChanges").InEnvironment(Access.Read);
        api.MapGet("/plan-changes/{plan_change_id}", Get).WithName("getPlanChange").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<PlanChangeResponseData>>>> List(
        Query<PlanChangesQuery> query,
        PlanChangeStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<PlanChangesQuery> query,
        PlanChangeStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<PlanChangeResponseData>>> Get(
        string plan_change_id,
        PlanChangeStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(plan_change_id, cancellationToken));
}
