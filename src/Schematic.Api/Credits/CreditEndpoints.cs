using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Credits;

internal static class CreditEndpoints
{
    public static void MapCredits(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing/credits", List).WithName("listBillingCredits").InEnvironment(Access.Read);
        api.MapPost("/billing/credits", Create).WithName("createBillingCredit").InEnvironment(PlanBillingEdit);
        api.MapGet("/billing/credits/count", Count).WithName("countBillingCredits").InEnvironment(Access.Read);
        api.MapGet("/billing/credits/{credit_id}", Get).WithName("getSingleBillingCredit").InEnvironment(Access.Read);
        api.MapPut("/billing/credits/{credit_id}", Update)
            .WithName("updateBillingCredit")
            .InEnvironment(PlanBillingEdit);
        api.MapDelete("/billing/credits/{credit_id}", Delete)
            .WithName("softDeleteBillingCredit")
            .InEnvironment(PlanBillingEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<BillingCreditResponseData>>>> List(
        Query<CreditsQuery> query,
        CreditTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CreditsQuery> query,
        CreditTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<BillingCreditResponseData>>> Get(
        string credit_id,
        CreditTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(credit_id, cancellationToken));

    private static async Task<Created<Envelope<BillingCreditResponseData>>> Create(
        Body<CreateBillingCreditRequestBody> body,
        CreditTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<BillingCreditResponseData>>> Update(
        string credit_id,
        Body<UpdateBillingCreditRequestBody> body,
        CreditTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(credit_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string credit_id,
        CreditTypeStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(credit_id, cancellationToken);
        return Responses.Deleted();
    }
}
