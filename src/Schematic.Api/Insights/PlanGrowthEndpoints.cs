using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Insights;

internal static class PlanGrowthEndpoints
{
    public static void MapPlanGrowth(this IEndpointRouteBuilder api) =>
        api.MapGet("/insights/plan-growth", GetPlanGrowth).WithName("getPlanGrowth").InEnvironment(Access.Read);

    private static async Task<Ok<Envelope<PlanGrowthResponseData>>> GetPlanGrowth(
        Query<PlanGrowthQuery> query,
        PlanGrowth growth,
        CancellationToken cancellationToken
    ) => Responses.Ok(await growth.GetAsync(query.Value, cancellationToken), query.Value);
}
