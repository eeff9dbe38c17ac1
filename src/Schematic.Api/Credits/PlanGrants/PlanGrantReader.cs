using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>Reads grants of plans with what answers say of them: two statements, however many.</summary>
internal static class PlanGrantReader
{
    /// <summary>To be ordered and cut to a page.</summary>
    public static IQueryable<PlanGrantDetail> Details(SchematicDb db, IQueryable<PlanCreditGrantRow> rows) =>
        from row in rows.AsNoTracking()
        join version in db.PlanVersions on row.PlanVersionSeq equals version.Seq
        join plan in db.Plans on version.PlanSeq equals plan.Seq
        join credit in db.AllCreditTypes on row.CreditTypeSeq equals credit.Seq
        select new PlanGrantDetail
        {
            Row = row,
            Plan = plan,
            Version = version,
            Credit = credit,
        };

    /// <summary>Grants in the order of <paramref name="page"/>.</summary>
    public static async Task<IReadOnlyList<BillingPlanCreditGrantResponseData>> ReadAsync(
        SchematicDb db,
        IQueryable<PlanGrantDetail> page,
        CancellationToken cancellationToken
    )
    {
        var details = await page.ToListAsync(cancellationToken);
        var sales = await BundleSales.ReadAsync(db, details, cancellationToken);
        return details.ConvertAll(detail => detail.ToContract(sales.AreOpenTo(detail)));
    }

    /// <summary>Grants by the seq of their version, each in the order of <paramref name="page"/>.</summary>
    public static async Task<ILookup<int, BillingPlanCreditGrantResponseData>> ReadByVersionAsync(
        SchematicDb db,
        IQueryable<PlanGrantDetail> page,
        CancellationToken cancellationToken
    )
    {
        var details = await page.ToListAsync(cancellationToken);
        var sales = await BundleSales.ReadAsync(db, details, cancellationToken);
        return details.ToLookup(
            static detail => detail.Version.Seq,
            detail => detail.ToContract(sales.AreOpenTo(detail))
        );
    }

    /// <summary>Grants as companies see them, by the seq of the version they are on, oldest first.</summary>
    public static async Task<ILookup<int, CompanyPlanCreditGrantView>> ViewsAsync(
        SchematicDb db,
        string accountId,
        CancellationToken cancellationToken
    )
    {
        var details = await Details(db, db.PlanCreditGrants)
            .Where(static detail => detail.Version.Status != PlanVersionStatus.Draft)
            .OrderBy(static detail => detail.Row.Seq)
            .ToListAsync(cancellationToken);
        if (details.Count == 0)
            return Enumerable.Empty<CompanyPlanCreditGrantView>().ToLookup(static _ => 0);
        var sales = await BundleSales.ReadAsync(db, details, cancellationToken);
        var environmentId = await db
            .Environments.Where(row => row.Seq == db.EnvironmentSeq)
            .Select(static row => row.Id)
            .SingleAsync(cancellationToken);
        return details.ToLookup(
            static detail => detail.Version.Seq,
            detail => detail.ToView(accountId, environmentId, sales.AreOpenTo(detail))
        );
    }
}

/// <summary>Which plans may buy bundles of which credits.</summary>
internal sealed class BundleSales
{
    private readonly ILookup<int, IReadOnlyList<string>> _plansOfBundles;

    private BundleSales(IEnumerable<(int CreditTypeSeq, string PlanIds)> bundles) =>
        _plansOfBundles = bundles.ToLookup(
            static one => one.CreditTypeSeq,
            static one => JsonSerializer.Deserialize<IReadOnlyList<string>>(one.PlanIds)!
        );

    /// <summary>Whether companies on the plan may buy any bundle of the credit.</summary>
    public bool AreOpenTo(PlanGrantDetail detail) =>
        _plansOfBundles[detail.Credit.Seq].Any(plans => plans.Count == 0 || plans.Contains(detail.Plan.Id));

    public static async Task<BundleSales> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<PlanGrantDetail> details,
        CancellationToken cancellationToken
    )
    {
        if (details.Count == 0)
            return new BundleSales([]);
        var types = details.Select(static detail => detail.Credit.Seq).Distinct().ToArray();
        var bundles = await db
            .CreditBundles.Where(row =>
                EF.Parameter(types).Contains(row.CreditTypeSeq) && row.Status == BillingCreditBundleStatus.Active
            )
            .Select(static row => new { row.CreditTypeSeq, row.CompatiblePlanIds })
            .ToListAsync(cancellationToken);
        return new BundleSales(bundles.Select(static one => (one.CreditTypeSeq, one.CompatiblePlanIds)));
    }
}
