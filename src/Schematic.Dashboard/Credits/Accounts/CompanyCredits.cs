using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway;
using Schematic.Gateway.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>Credits that a company has, by type, and the types that it could be granted.</summary>
internal sealed record CompanyCredits(
    IReadOnlyList<CreditAccountView> Accounts,
    IReadOnlyList<BillingCreditResponseData> Credits
)
{
    private static readonly int[] BasisDays = [30, 7];

    public static async Task<CompanyCredits> GetAsync(
        SchematicGateway api,
        string companyId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var company = api.CompanyCredits;
        // First the balances: they settle what is due, so that the rest is read as of the same time.
        var balances = (await company.ListBalancesAsync(new() { CompanyId = companyId }, cancellationToken)).Data;
        var credits = AllRows.ListAsync<CreditsQuery, BillingCreditResponseData>(
            api.Credits.ListAsync,
            new(),
            cancellationToken
        );
        var grants = AllRows.ListAsync<CompanyCreditGrantsQuery, BillingCreditGrantResponseData>(
            company.ListCompanyGrantsAsync,
            new() { CompanyId = companyId },
            cancellationToken
        );
        var leases = company.ListLeasesAsync(
            new()
            {
                CompanyId = companyId,
                IsOpen = true,
                Limit = Page.MaxLimit,
            },
            cancellationToken
        );
        var used = Task.WhenAll(
            BasisDays.Select(days => GetUsedAsync(company, companyId, now.AddDays(-days), cancellationToken))
        );
        await Task.WhenAll(credits, grants, leases, used);
        return Create(balances, await credits, await grants, (await leases).Data, await used, now);
    }

    private static CompanyCredits Create(
        IReadOnlyList<CompanyCreditBalanceResponseData> balances,
        IReadOnlyList<BillingCreditResponseData> credits,
        IReadOnlyList<BillingCreditGrantResponseData> grants,
        IReadOnlyList<CreditLeaseResponseData> leases,
        IReadOnlyList<IReadOnlyDictionary<string, decimal>> used,
        DateTimeOffset now
    )
    {
        var grantsOf = grants.ToLookup(static grant => grant.CreditId);
        return new(
            [
                .. from balance in balances
                join credit in credits on balance.CreditId equals credit.Id
                let lanes = GrantLane.Of(grantsOf[credit.Id], credit.BurnStrategy, now)
                orderby credit.Name.ToUpperInvariant()
                select new CreditAccountView(
                    credit,
                    balance,
                    lanes,
                    [.. grantsOf[credit.Id].Where(grant => !GrantLane.IsOpen(grant, now))],
                    leases.FirstOrDefault(lease => lease.CreditTypeId == credit.Id)
                )
                {
                    Forecasts = GetForecasts(credit.Id, lanes, [.. grantsOf[credit.Id]], used, now),
                },
            ],
            [.. credits.OrderBy(static credit => credit.Name, StringComparer.OrdinalIgnoreCase)]
        );
    }

    private static IReadOnlyList<RunOut> GetForecasts(
        string creditId,
        IReadOnlyList<GrantLane> lanes,
        IReadOnlyList<BillingCreditGrantResponseData> grants,
        IReadOnlyList<IReadOnlyDictionary<string, decimal>> used,
        DateTimeOffset now
    )
    {
        // Whoever has had credits for three days has used them over three days, not over thirty.
        var age = grants.Count == 0 ? 1 : (now - grants.Min(static grant => grant.CreatedAt)).TotalDays;
        return
        [
            .. BasisDays
                .Index()
                .Select(basis =>
                    RunOut.Of(
                        lanes,
                        used[basis.Index].GetValueOrDefault(creditId),
                        Math.Clamp((int)Math.Ceiling(age), 1, basis.Item),
                        now
                    )
                )
                .Where(static forecast => forecast.PerDay > 0)
                .DistinctBy(static forecast => forecast.BasisDays),
        ];
    }

    private static async Task<IReadOnlyDictionary<string, decimal>> GetUsedAsync(
        ICompanyCreditsGateway api,
        string companyId,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        (
            await api.ListLedgerTotalsAsync(
                new()
                {
                    CompanyId = companyId,
                    EventType = CreditEventType.Usage,
                    StartTime = since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                },
                cancellationToken
            )
        ).Data.ToDictionary(static total => total.CreditId, static total => CreditAmount.FromWire(total.Used));
}
