using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Companies.PlanRules;

internal static class AudienceEndpoints
{
    public static void MapAudiences(this IEndpointRouteBuilder api)
    {
        api.MapPost("/audience/count-companies", Count).WithName("countAudienceCompanies").InEnvironment(Access.Read);
        api.MapPost("/audience/get-companies", List).WithName("listAudienceCompanies").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Body<AudienceRequestBody> body,
        AudienceMatches matches,
        CancellationToken cancellationToken
    ) => Responses.Ok(new CountResponse { Count = await matches.CountAsync(body.Value, cancellationToken) });

    private static async Task<Ok<Envelope<IReadOnlyList<CompanyDetailResponseData>>>> List(
        Body<AudienceRequestBody> body,
        AudienceMatches matches,
        CancellationToken cancellationToken
    ) => Responses.Ok(await matches.ListAsync(body.Value, cancellationToken));
}
