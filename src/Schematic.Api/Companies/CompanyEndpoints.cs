using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Companies;

internal static class CompanyEndpoints
{
    public static void MapCompanies(this IEndpointRouteBuilder api)
    {
        api.MapGet("/companies", List).WithName("listCompanies").InEnvironment(Access.Read);
        api.MapPost("/companies", Upsert).WithName("upsertCompany").InEnvironment(CompaniesEdit);
        api.MapGet("/companies/count", Count).WithName("countCompanies").InEnvironment(Access.Read);
        api.MapPost("/companies/create", Create).WithName("createCompany").InEnvironment(CompaniesEdit);
        api.MapPost("/companies/delete", DeleteByKeys).WithName("deleteCompanyByKeys").InEnvironment(CompaniesEdit);
        api.MapGet("/companies/lookup", Lookup).WithName("lookupCompany").InEnvironment(Access.Read);
        api.MapGet("/companies/{company_id}", Get).WithName("getCompany").InEnvironment(Access.Read);
        api.MapDelete("/companies/{company_id}", Delete).WithName("deleteCompany").InEnvironment(CompaniesEdit);
        api.MapPost("/company-traits", UpsertTrait).WithName("upsertCompanyTrait").InEnvironment(CompaniesEdit);
        api.MapGet("/company-memberships", ListMemberships)
            .WithName("listCompanyMemberships")
            .InEnvironment(Access.Read);
        api.MapPost("/company-memberships", GetOrCreateMembership)
            .WithName("getOrCreateCompanyMembership")
            .InEnvironment(CompanyUsersEdit);
        api.MapGet("/company-memberships/count", CountMemberships)
            .WithName("countCompanyMemberships")
            .InEnvironment(Access.Read);
        api.MapDelete("/company-memberships/{company_membership_id}", DeleteMembership)
            .WithName("deleteCompanyMembership")
            .InEnvironment(CompanyUsersEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<CompanyDetailResponseData>>>> List(
        Query<CompaniesQuery> query,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CompaniesQuery> query,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CompanyDetailResponseData>>> Upsert(
        Body<UpsertCompanyRequestBody> body,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ApplyAsync(body.Value.FromContract(), cancellationToken));

    private static async Task<Created<Envelope<CompanyDetailResponseData>>> Create(
        Body<UpsertCompanyRequestBody> body,
        CompanyStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Created(
            await store.ApplyAsync(body.Value.FromContract() with { CreateOnly = true }, cancellationToken)
        );

    private static async Task<Ok<Envelope<CompanyDetailResponseData>>> Lookup(
        Query<KeysQuery> query,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(query.Value.Keys, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CompanyDetailResponseData>>> Get(
        string company_id,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(ById(company_id), cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string company_id,
        Query<DeleteCompanyQuery> query,
        CompanyStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(ById(company_id), cancellationToken);
        return Responses.Deleted(query.Value);
    }

    private static async Task<Ok<Envelope<CompanyResponseData>>> DeleteByKeys(
        Body<KeysRequestBody> body,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.DeleteAsync(body.Value.Keys, cancellationToken));

    private static async Task<Ok<Envelope<CompanyDetailResponseData>>> UpsertTrait(
        Body<UpsertTraitRequestBody> body,
        CompanyStore store,
        CancellationToken cancellationToken
    ) =>
        Responses.Ok(
            await store.ApplyAsync(EntityStore.TraitChangeOf(EntityType.Company, body.Value), cancellationToken)
        );

    private static async Task<Ok<Envelope<IReadOnlyList<CompanyMembershipDetailResponseData>>>> ListMemberships(
        Query<CompanyMembershipsQuery> query,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListMembershipsAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountMemberships(
        Query<CompanyMembershipsQuery> query,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountMembershipsAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CompanyMembershipDetailResponseData>>> GetOrCreateMembership(
        Body<GetOrCreateCompanyMembershipRequestBody> body,
        CompanyStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetOrCreateMembershipAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> DeleteMembership(
        string company_membership_id,
        CompanyStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteMembershipAsync(company_membership_id, cancellationToken);
        return Responses.Deleted();
    }

    private static Dictionary<string, string> ById(string id) => new() { [EntityKeys.IdKey] = id };
}
