using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Evaluation;

internal static class VerdictEndpoints
{
    public static void MapVerdicts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/flags/verdicts", List).WithName("listFlagVerdicts").InEnvironment(Access.Read);
        api.MapGet("/flags/verdicts/count", Count).WithName("countFlagVerdicts").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<FlagVerdictResponseData>>>> List(
        Query<FlagVerdictsQuery> query,
        FlagVerdicts verdicts,
        CancellationToken cancellationToken
    ) => Responses.Ok(await verdicts.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<FlagVerdictsQuery> query,
        FlagVerdicts verdicts,
        CancellationToken cancellationToken
    ) => Responses.Count(await verdicts.CountAsync(query.Value, cancellationToken), query.Value);
}
