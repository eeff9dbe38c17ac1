using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Companies;

internal static class CompanyPlanEndpoints
{
    public static void MapCompanyPlans(this IEndpointRouteBuilder api) =>
        api.MapPut("/company-plans/{company_id}", Update).WithName("updateCompanyPlans").InEnvironment(Access.Write);

    private static async Task<Ok<Envelope<CompanyDetailResponseData>>> Update(
        string company_id,
        Body<UpdateCompanyPlansRequestBody> body,
        CompanyPlanStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(company_id, body.Value, cancellationToken));
}
