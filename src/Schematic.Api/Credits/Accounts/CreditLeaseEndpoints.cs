using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Credits.Accounts;

internal static class CreditLeaseEndpoints
{
    public static void MapCreditLeases(this IEndpointRouteBuilder api)
    {
        api.MapGet("/billing/credits/leases", List).WithName("listCreditLeases").InEnvironment(Access.Read);
        api.MapGet("/billing/credits/leases/count", Count).WithName("countCreditLeases").InEnvironment(Access.Read);
        api.MapPost("/billing/credits/lease", Acquire).WithName("acquireCreditLease").InEnvironment(PlanBillingEdit);
        api.MapPut("/billing/credits/lease/{lease_id}/extend", Extend)
            .WithName("extendCreditLease")
            .InEnvironment(PlanBillingEdit);
        api.MapPut("/billing/credits/lease/{lease_id}/release", Release)
            .WithName("releaseCreditLease")
            .InEnvironment(PlanBillingEdit)
            // Read by nobody: it has no members, and SDKs leave it out.
            .WithMetadata(new BodyMetadata(typeof(ReleaseCreditLeaseRequestBody), IsRequired: false));
    }

    private static async Task<Ok<Envelope<IReadOnlyList<CreditLeaseResponseData>>>> List(
        Query<CreditLeasesQuery> query,
        CreditLeaseStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CreditLeasesQuery> query,
        CreditLeaseStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Created<Envelope<CreditLeaseResponseData>>> Acquire(
        Body<AcquireCreditLeaseRequestBody> body,
        CreditLeaseStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.AcquireAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<CreditLeaseResponseData>>> Extend(
        string lease_id,
        Body<ExtendCreditLeaseRequestBody> body,
        CreditLeaseStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ExtendAsync(lease_id, body.Value, cancellationToken));

    private static async Task<Ok<Envelope<CreditLeaseResponseData>>> Release(
        string lease_id,
        CreditLeaseStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ReleaseAsync(lease_id, cancellationToken));
}
