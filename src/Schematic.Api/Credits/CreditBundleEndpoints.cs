using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Credits;

internal static class CreditBundleEndpoints
{
    public static void MapCreditBundles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing/credits/bundles", List).WithName("listCreditBundles").InEnvironment(Access.Read);
        api.MapPost("/billing/credits/bundles", Create).WithName("createCreditBundle").InEnvironment(PlanBillingEdit);
        api.MapGet("/billing/credits/bundles/count", Count).WithName("countCreditBundles").InEnvironment(Access.Read);
        api.MapGet("/billing/credits/bundles/{bundle_id}", Get).WithName("getCreditBundle").InEnvironment(Access.Read);
        api.MapPut("/billing/credits/bundles/{bundle_id}", Update)
            .WithName("updateCreditBundleDetails")
            .InEnvironment(PlanBillingEdit);
        api.MapDelete("/billing/credits/bundles/{bundle_id}", Delete)
            .WithName("deleteCreditBundle")
            .InEnvironment(PlanBillingEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<BillingCreditBundleResponseData>>>> List(
        Query<CreditBundlesQuery> query,
        CreditBundleStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CreditBundlesQuery> query,
        CreditBundleStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<BillingCreditBundleResponseData>>> Get(
        string bundle_id,
        CreditBundleStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(bundle_id, cancellationToken));

    private static async Task<Created<Envelope<BillingCreditBundleResponseData>>> Create(
        Body<CreateCreditBundleRequestBody> body,
        CreditBundleStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<BillingCreditBundleResponseData>>> Update(
        string bundle_id,
        Body<UpdateCreditBundleDetailsRequestBody> body,
        CreditBundleStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.UpdateAsync(bundle_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string bundle_id,
        CreditBundleStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(bundle_id, cancellationToken);
        return Responses.Deleted();
    }
}
