using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Companies;

internal static class CompanyPlanEndpoints
{
    public static void MapCompanyPlans(this IEndpointRouteBuilder api)
    {
        api.MapPut("/company-plans/{company_id}", Update).WithName("updateCompanyPlans").InEnvironment(CompaniesEdit);
        api.MapPost("/company-plans/{company_id}/preview", Preview)
            .WithName("previewCompanyPlans")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<CompanyDetailResponseData>>> Update(
        string company_id,
        Body<UpdateCompanyPlansRequestBody> body,
        CompanyPlanStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(company_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<CompanyPlanPreviewResponseData>>> Preview(
        string company_id,
        Body<CompanyPlanPreviewRequestBody> body,
        CompanyPlanPreviewStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.PreviewAsync(company_id, body.Value, cancellationToken));
}
