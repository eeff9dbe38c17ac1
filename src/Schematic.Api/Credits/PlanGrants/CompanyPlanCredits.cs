using Microsoft.EntityFrameworkCore;
using Schematic.Api.Companies;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>Credits that plans owe companies and those they give them, read in a fixed number of statements.</summary>
/// <param name="Plans">Seqs of the plan and its version that companies have.</param>
/// <param name="Grants">Those of the versions that any of them has, by version, oldest first.</param>
/// <param name="Renewals">What companies are given by plans.</param>
/// <param name="Lineages">Lineages of the grants in <paramref name="Renewals"/>, by seq; no deleted ones.</param>
/// <param name="Held">Plans that gave credits which are not used up.</param>
/// <param name="Licenses">By company, where any grant scales with them.</param>
internal sealed record CompanyPlanCredits(
    ILookup<long, CompanyPlanRow> Plans,
    ILookup<int, PlanCreditGrantRow> Grants,
    ILookup<long, CreditRenewalRow> Renewals,
    IReadOnlyDictionary<int, string> Lineages,
    ILookup<long, (AccountKey Account, int PlanSeq)> Held,
    IReadOnlyDictionary<long, long> Licenses
)
{
    public static async Task<CompanyPlanCredits> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        CancellationToken cancellationToken
    )
    {
        var plans = await db
            .CompanyPlans.AsNoTracking()
            .Where(row => EF.Parameter(companySeqs).Contains(row.CompanySeq))
            .ToListAsync(cancellationToken);
        var grants = await GrantsAsync(db, plans, cancellationToken);
        var renewals = await db
            .CreditRenewals.AsNoTracking()
            .Where(row => EF.Parameter(companySeqs).Contains(row.CompanySeq) && row.PlanSeq != null)
            .OrderBy(static row => row.Seq)
            .ToListAsync(cancellationToken);
        var named = renewals.Select(static row => row.PlanGrantSeq).OfType<int>().Distinct().ToArray();
        var lineages = await db
            .PlanCreditGrants.Where(row => EF.Parameter(named).Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, static row => row.LineageId, cancellationToken);
        return new CompanyPlanCredits(
            plans.ToLookup(static row => row.CompanySeq),
            grants.ToLookup(static row => row.PlanVersionSeq),
            renewals.ToLookup(static row => row.CompanySeq),
            lineages,
            await HeldAsync(db, companySeqs, cancellationToken),
            grants.Exists(static row => row.ToTerms().ScalesPerLicense)
                ? await LicensesAsync(db, companySeqs, cancellationToken)
                : new Dictionary<long, long>()
        );
    }

    // Nothing more is given of a credit type that is deleted.
    private static Task<List<PlanCreditGrantRow>> GrantsAsync(
        SchematicDb db,
        List<CompanyPlanRow> plans,
        CancellationToken cancellationToken
    )
    {
        var (versions, types) = (plans.Select(static row => row.PlanVersionSeq).Distinct().ToArray(), db.CreditTypes);
        return db
            .PlanCreditGrants.AsNoTracking()
            .Where(row =>
                EF.Parameter(versions).Contains(row.PlanVersionSeq) && types.Any(one => one.Seq == row.CreditTypeSeq)
            )
            .OrderBy(static row => row.Seq)
            .ToListAsync(cancellationToken);
    }

    private static async Task<ILookup<long, (AccountKey Account, int PlanSeq)>> HeldAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        CancellationToken cancellationToken
    )
    {
        var held = await db
            .CreditGrants.Where(row =>
                EF.Parameter(companySeqs).Contains(row.CompanySeq) && row.IsOpen && row.PlanSeq != null
            )
            .Select(static row => new
            {
                row.CompanySeq,
                row.CreditTypeSeq,
                row.PlanSeq,
            })
            .Distinct()
            .ToListAsync(cancellationToken);
        return held.ToLookup(
            static row => row.CompanySeq,
            static row => (new AccountKey(row.CompanySeq, row.CreditTypeSeq), row.PlanSeq!.Value)
        );
    }

    // A company has a license for each of its users: nothing here sells any.
    private static async Task<IReadOnlyDictionary<long, long>> LicensesAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        CancellationToken cancellationToken
    ) =>
        await db
            .CompanyMemberships.Where(row => EF.Parameter(companySeqs).Contains(row.CompanySeq))
            .GroupBy(static row => row.CompanySeq)
            .Select(static group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(static group => group.Key, static group => group.Count, cancellationToken);
}
