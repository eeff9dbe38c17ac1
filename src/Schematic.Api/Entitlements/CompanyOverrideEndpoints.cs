using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Entitlements;

internal static class CompanyOverrideEndpoints
{
    public static void MapCompanyOverrides(this IEndpointRouteBuilder api)
    {
        api.MapGet("/company-overrides", List).WithName("listCompanyOverrides").InEnvironment(Access.Read);
        api.MapPost("/company-overrides", Create).WithName("createCompanyOverride").InEnvironment(OverridesEdit);
        api.MapGet("/company-overrides/count", Count).WithName("countCompanyOverrides").InEnvironment(Access.Read);
        api.MapGet("/company-overrides/{company_override_id}", Get)
            .WithName("getCompanyOverride")
            .InEnvironment(Access.Read);
        api.MapPut("/company-overrides/{company_override_id}", Update)
            .WithName("updateCompanyOverride")
            .InEnvironment(OverridesEdit);
        api.MapDelete("/company-overrides/{company_override_id}", Delete)
            .WithName("deleteCompanyOverride")
            .InEnvironment(OverridesEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<CompanyOverrideResponseData>>>> List(
        Query<CompanyOverridesQuery> query,
        CompanyOverrideStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CompanyOverridesQuery> query,
        CompanyOverrideStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Created<Envelope<CompanyOverrideResponseData>>> Create(
        Body<CreateCompanyOverrideRequestBody> body,
        CompanyOverrideStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Created(response, await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<CompanyOverrideResponseData>>> Get(
        string company_override_id,
        CompanyOverrideStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.GetAsync(company_override_id, cancellationToken));

    private static async Task<Ok<Envelope<CompanyOverrideResponseData>>> Update(
        string company_override_id,
        Body<UpdateCompanyOverrideRequestBody> body,
        IfMatch ifMatch,
        CompanyOverrideStore store,
        HttpResponse response,
        CancellationToken cancellationToken
    ) => Responses.Ok(response, await store.UpdateAsync(company_override_id, body.Value, ifMatch, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string company_override_id,
        IfMatch ifMatch,
        CompanyOverrideStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(company_override_id, ifMatch, cancellationToken);
        return Responses.Deleted();
    }
}
