using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Accounts;

/// <summary>The ledger of the caller's environment, newest first by the time of the movement.</summary>
internal sealed class CreditLedgerStore(IDatabase database, Caller caller, CreditSweeper sweeper)
{
    public async Task<IReadOnlyList<CreditEventLedgerResponseData>> ListAsync(
        CreditLedgerQuery query,
        CancellationToken cancellationToken
    )
    {
        var filter = await FilterAsync(query, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            (db, token) =>
                ReadAsync(
                    db,
                    filter
                        .Apply(db, query)
                        .OrderByDescending(static row => row.EventAt)
                        .ThenByDescending(static row => row.Seq)
                        .Page(query),
                    token
                ),
            cancellationToken
        );
    }

    public async Task<long> CountAsync(CreditLedgerQuery query, CancellationToken cancellationToken)
    {
        var filter = await FilterAsync(query, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            (db, token) => filter.Apply(db, query).LongCountAsync(token),
            cancellationToken
        );
    }

    public async Task<IReadOnlyList<CreditLedgerTotal>> TotalsAsync(
        CreditLedgerQuery query,
        CancellationToken cancellationToken
    )
    {
        var filter = await FilterAsync(query, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            (db, token) => CreditLedgerTotals.ReadAsync(db, filter.Apply(db, query), token),
            cancellationToken
        );
    }

    private async Task<CreditLedgerFilter> FilterAsync(CreditLedgerQuery query, CancellationToken cancellationToken)
    {
        CreditLedgerFilter filter;
        await using (var db = database.Open(caller.Environment.Seq))
            filter = await CreditLedgerFilter.ReadAsync(db, query, cancellationToken);
        // What is due to others is there within seconds: catching up a whole environment is not for who reads.
        if (filter.CompanySeq is { } companySeq)
            await sweeper.CatchUpAsync(caller.Environment.Seq, companySeq, cancellationToken);
        return filter;
    }

    private async Task<IReadOnlyList<CreditEventLedgerResponseData>> ReadAsync(
        SchematicDb db,
        IQueryable<CreditLedgerRow> page,
        CancellationToken cancellationToken
    )
    {
        var (features, grants) = (db.Features, db.CreditGrants);
        var rows = await page.AsNoTracking()
            .Select(row => new CreditLedgerDetail
            {
                Row = row,
                Grant = grants.FirstOrDefault(grant =>
                    grant.CompanySeq == row.CompanySeq
                    && grant.CreditTypeSeq == row.CreditTypeSeq
                    && grant.Number == row.GrantNumber
                ),
                ToGrantId = grants
                    .Where(grant =>
                        grant.CompanySeq == row.CompanySeq
                        && grant.CreditTypeSeq == row.CreditTypeSeq
                        && grant.Number == row.ToGrantNumber
                    )
                    .Select(static grant => grant.Id)
                    .FirstOrDefault(),
                Feature = features.FirstOrDefault(feature => feature.Seq == row.FeatureSeq),
            })
            .ToListAsync(cancellationToken);
        var names = await CreditNames.ReadAsync(
            db,
            [.. rows.Select(static one => one.Row.CompanySeq)],
            [.. rows.Select(static one => one.Row.CreditTypeSeq)],
            cancellationToken
        );
        var planSeqs = rows.Select(static one => one.Grant?.PlanSeq).OfType<int>().Distinct().ToArray();
        var planIds = await db
            .Plans.Where(row => EF.Parameter(planSeqs).Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, static row => row.Id, cancellationToken);
        var bundleSeqs = rows.Select(static one => one.Grant?.BundleSeq).OfType<int>().Distinct().ToArray();
        var bundleIds = await db
            .CreditBundles.Where(row => EF.Parameter(bundleSeqs).Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, static row => row.Id, cancellationToken);
        var environmentId = caller.Environment.Id;
        return rows.ConvertAll(one =>
            one.ToContract(
                environmentId,
                names.Companies.GetValueOrDefault(one.Row.CompanySeq),
                names.Credits[one.Row.CreditTypeSeq],
                planIds,
                bundleIds
            )
        );
    }
}
