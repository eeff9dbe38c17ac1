using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>
/// Credits that versions of plans include. As with entitlements, a change to what a published version gives goes to
/// the plan's draft, unless it is to apply to the companies that have the plan: then it is made to both.
/// </summary>
internal sealed class PlanGrantStore(IDatabase database, IPlanBenefits benefits, Caller caller, TimeProvider time)
{
    public Task<IReadOnlyList<BillingPlanCreditGrantResponseData>> ListAsync(
        PlanCreditGrantsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) =>
                PlanGrantReader.ReadAsync(
                    db,
                    PlanGrantReader
                        .Details(db, PlanGrantFilter.Apply(db, query))
                        .OrderByDescending(static detail => detail.Row.Seq)
                        .Page(query),
                    token
                ),
            cancellationToken
        );

    public Task<long> CountAsync(PlanCreditGrantsQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => PlanGrantFilter.Apply(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<BillingPlanCreditGrantResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailAsync(db, id, cancellationToken);
    }

    public Task<BillingPlanCreditGrantResponseData> CreateAsync(
        CreateBillingPlanCreditGrantRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var versions = new PlanGrantVersions(db, time.Now(), benefits);
                var plan = await versions.LockPlanAsync(body.PlanId, token);
                await versions.TakeAsync(plan, body.PlanVersionId, body.ApplyToExisting == true, token);
                var credit = await CreditTypeStore.FindAsync(db, body.CreditId, token, "credit_id");
                var terms = PlanGrantTermsCheck.Check(body.TermsOf(), credit);
                await RequireLicenseAsync(db, terms, token);
                var row = versions.Add(credit, terms);
                await versions.SaveAsync(token);
                await BundlePlans.WriteAsync(db, credit.Seq, plan.Id, body.CanBuyBundles, token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task<BillingPlanCreditGrantResponseData> UpdateAsync(
        string id,
        UpdateBillingPlanCreditGrantRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var versions = new PlanGrantVersions(db, time.Now(), benefits);
                var (found, rows) = await versions.TakeAsync(id, body.ApplyToExisting == true, token);
                var terms = PlanGrantTermsCheck.Check(body.TermsOf(rows[0].ToTerms()), found.Credit);
                await RequireLicenseAsync(db, terms, token);
                versions.Write(rows, terms);
                await versions.SaveAsync(token);
                await BundlePlans.WriteAsync(db, found.Credit.Seq, found.Plan.Id, body.CanBuyBundles, token);
                return await DetailAsync(db, rows[0].Id, token);
            },
            cancellationToken
        );

    public Task DeleteAsync(string id, DeletePlanCreditGrantQuery query, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var versions = new PlanGrantVersions(db, time.Now(), benefits);
                var (_, rows) = await versions.TakeAsync(id, query.ApplyToExisting == true, token);
                db.RemoveRange(rows);
                await versions.SaveAsync(token);
            },
            cancellationToken
        );

    // A license is the feature that it is sold through, and has its id.
    private static async Task RequireLicenseAsync(
        SchematicDb db,
        PlanCreditGrantTerms terms,
        CancellationToken cancellationToken
    )
    {
        if (
            terms.LicenseId is { } id
            && !await db.Features.AnyAsync(
                row => row.Id == id && row.FeatureType == FeatureType.License,
                cancellationToken
            )
        )
            throw ApiProblem.NotFoundInAccount("license", id).About("license_id");
    }

    private static async Task<BillingPlanCreditGrantResponseData> DetailAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await PlanGrantReader.ReadAsync(
            db,
            PlanGrantReader.Details(db, db.PlanCreditGrants.Where(row => row.Id == id)),
            cancellationToken
        )
            is [var only]
            ? only
            : throw ApiProblem.NotFound("plan credit grant", id);
}
