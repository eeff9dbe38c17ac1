using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Credits.Accounts;

internal static class CreditLedgerEndpoints
{
    public static void MapCreditLedger(this IEndpointRouteBuilder api)
    {
        api.MapGet("/v2/billing/credits/ledger", List).WithName("listCreditEventLedger").InEnvironment(Access.Read);
        api.MapGet("/v2/billing/credits/ledger/count", Count)
            .WithName("countCreditEventLedger")
            .InEnvironment(Access.Read);
        api.MapGet("/v2/billing/credits/ledger/totals", Totals)
            .WithName("listCreditLedgerTotals")
            .InEnvironment(Access.Read);
        // The older addresses of the same.
        api.MapGet("/billing/credits/ledger", List).WithName("listCreditEventLedgerBefore").InEnvironment(Access.Read);
        api.MapGet("/billing/credits/ledger/count", Count)
            .WithName("countCreditEventLedgerBefore")
            .InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<CreditEventLedgerResponseData>>>> List(
        Query<CreditLedgerQuery> query,
        CreditLedgerStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<IReadOnlyList<CreditLedgerTotal>>>> Totals(
        Query<CreditLedgerQuery> query,
        CreditLedgerStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.TotalsAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<CreditLedgerQuery> query,
        CreditLedgerStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);
}
