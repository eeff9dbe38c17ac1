using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// Reads grants with what answers say of them: a fixed number of statements, however many grants.
/// </summary>
internal static class CreditGrantReader
{
    /// <summary>The grants in the order of the page.</summary>
    public static async Task<IReadOnlyList<BillingCreditGrantResponseData>> ReadAsync(
        SchematicDb db,
        IQueryable<CreditGrantRow> page,
        CancellationToken cancellationToken
    )
    {
        var grants = await page.AsNoTracking().ToListAsync(cancellationToken);
        if (grants.Count == 0)
            return [];
        var names = await CreditNames.ReadAsync(
            db,
            [.. grants.Select(static row => row.CompanySeq)],
            [.. grants.Select(static row => row.CreditTypeSeq)],
            cancellationToken
        );
        var planSeqs = grants.Select(static row => row.PlanSeq).OfType<int>().Distinct().ToList();
        var plans = await db
            .Plans.AsNoTracking()
            .Where(row => EF.Parameter(planSeqs).Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, cancellationToken);
        var bundleSeqs = grants.Select(static row => row.BundleSeq).OfType<int>().Distinct().ToList();
        var bundles = await db
            .CreditBundles.AsNoTracking()
            .Where(row => EF.Parameter(bundleSeqs).Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, cancellationToken);
        var related = await RelatedAsync(db, grants, cancellationToken);
        return
        [
            .. grants.Select(grant =>
                new CreditGrantDetail(
                    grant,
                    names.Companies[grant.CompanySeq],
                    names.Credits[grant.CreditTypeSeq],
                    grant.PlanSeq is { } plan ? plans.GetValueOrDefault(plan) : null,
                    grant.BundleSeq is { } bundle ? bundles.GetValueOrDefault(bundle) : null,
                    related
                ).ToContract()
            ),
        ];
    }

    private static async Task<RelatedGrants> RelatedAsync(
        SchematicDb db,
        List<CreditGrantRow> grants,
        CancellationToken cancellationToken
    )
    {
        var companies = grants.Select(static row => row.CompanySeq).Distinct().ToArray();
        var renewals = await db
            .CreditRenewals.AsNoTracking()
            .Where(row =>
                EF.Parameter(companies).Contains(row.CompanySeq) && row.CurrentNumber != null && row.NextAt != null
            )
            .ToListAsync(cancellationToken);
        var transfers = await TransfersAsync(db, companies, cancellationToken);
        var numbers = grants
            .Select(static row => row.SourceNumber)
            .Concat(transfers.Select(static row => row.GrantNumber))
            .Concat(transfers.Select(static row => row.ToGrantNumber))
            .OfType<long>()
            .Distinct()
            .ToArray();
        var ids = await db
            .CreditGrants.Where(row =>
                EF.Parameter(companies).Contains(row.CompanySeq) && EF.Parameter(numbers).Contains(row.Number)
            )
            .Select(static row => new
            {
                row.CompanySeq,
                row.CreditTypeSeq,
                row.Number,
                row.Id,
            })
            .ToListAsync(cancellationToken);
        return new RelatedGrants(
            renewals.ToDictionary(static row => Key(row.CompanySeq, row.CreditTypeSeq, row.CurrentNumber!.Value)),
            transfers,
            ids.ToDictionary(static row => Key(row.CompanySeq, row.CreditTypeSeq, row.Number), static row => row.Id)
        );
    }

    // As the index of what is rare has it: a company may have a million uses.
    private static Task<List<CreditLedgerRow>> TransfersAsync(
        SchematicDb db,
        long[] companies,
        CancellationToken cancellationToken
    ) =>
        db
            .CreditLedger.AsNoTracking()
            .Where(row =>
                EF.Parameter(companies).Contains(row.CompanySeq)
                && row.EventType != CreditEventType.Usage
                && row.EventType == CreditEventType.Transfer
            )
            .OrderBy(static row => row.Seq)
            .ToListAsync(cancellationToken);

    private static (AccountKey Account, long Number) Key(long companySeq, int creditTypeSeq, long number) =>
        (new AccountKey(companySeq, creditTypeSeq), number);
}

/// <summary>Renewals, transfers and names that the grants of a page refer to.</summary>
/// <param name="Renewals">By the grant that was given last.</param>
/// <param name="Transfers">In the order of the ledger.</param>
internal sealed record RelatedGrants(
    IReadOnlyDictionary<(AccountKey Account, long Number), CreditRenewalRow> Renewals,
    IReadOnlyList<CreditLedgerRow> Transfers,
    IReadOnlyDictionary<(AccountKey Account, long Number), string> Ids
);

/// <summary>Companies and credit types by their seqs, deleted ones included while they are still stored.</summary>
internal sealed record CreditNames(
    IReadOnlyDictionary<long, CompanyRow> Companies,
    IReadOnlyDictionary<int, CreditTypeRow> Credits
)
{
    public static async Task<CreditNames> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        IReadOnlyCollection<int> creditTypeSeqs,
        CancellationToken cancellationToken
    )
    {
        var (companies, types) = (companySeqs.Distinct().ToArray(), creditTypeSeqs.Distinct().ToArray());
        return new CreditNames(
            await db
                .Companies.AsNoTracking()
                .Where(row => EF.Parameter(companies).Contains(row.Seq))
                .ToDictionaryAsync(static row => row.Seq, cancellationToken),
            await db
                .AllCreditTypes.AsNoTracking()
                .Where(row => EF.Parameter(types).Contains(row.Seq))
                .ToDictionaryAsync(static row => row.Seq, cancellationToken)
        );
    }
}
