using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Credits.Accounts;

internal static class CompanyCreditEndpoints
{
    public static void MapCompanyCredits(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing/credits/balance", Balances)
            .WithName("listCompanyCreditBalances")
            .InEnvironment(Access.Read);
        api.MapPost("/billing/credits/grants/company", Grant)
            .WithName("grantBillingCreditsToCompany")
            .InEnvironment(PlanBillingEdit);
        api.MapGet("/billing/credits/grants/company/list", ListOfCompany)
            .WithName("listCompanyGrants")
            .InEnvironment(Access.Read);
        api.MapGet("/billing/credits/grants/company/count", CountOfCompany)
            .WithName("countCompanyGrants")
            .InEnvironment(Access.Read);
        api.MapGet("/billing/credits/grants/list", List).WithName("listGrantsForCredit").InEnvironment(Access.Read);
        api.MapGet("/billing/credits/grants/count", Count)
            .WithName("countBillingCreditsGrants")
            .InEnvironment(Access.Read);
        api.MapPut("/billing/credits/grants/{grant_id}/zero-out", ZeroOut)
            .WithName("zeroOutGrant")
            .InEnvironment(PlanBillingEdit);
        api.MapGet("/billing/credits/balances", Holders).WithName("listCreditHolders").InEnvironment(Access.Read);
        api.MapGet("/billing/credits/balances/count", CountHolders)
            .WithName("countCreditHolders")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<CompanyCreditBalanceResponseData>>>> Balances(
        Query<CreditBalancesQuery> query,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.BalancesAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Created<Envelope<BillingCreditGrantResponseData>>> Grant(
        Body<CreateCompanyCreditGrant> body,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.GrantAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<IReadOnlyList<BillingCreditGrantResponseData>>>> ListOfCompany(
        Query<CompanyCreditGrantsQuery> query,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountOfCompany(
        Query<CompanyCreditGrantsQuery> query,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<BillingCreditGrantResponseData>>>> List(
        Query<CreditGrantsQuery> query,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CreditGrantsQuery> query,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<BillingCreditGrantResponseData>>> ZeroOut(
        string grant_id,
        Body<ZeroOutGrantRequestBody> body,
        CompanyCreditStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ZeroOutAsync(grant_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<IReadOnlyList<CreditHolderResponseData>>>> Holders(
        Query<CreditHoldersQuery> query,
        CreditHolderStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> CountHolders(
        Query<CreditHoldersQuery> query,
        CreditHolderStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);
}
