using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Companies;

/// <summary>Plans and add-ons of companies.</summary>
internal sealed class CompanyPlanStore(IDatabase database, FlagSnapshots snapshots, Caller caller, TimeProvider time)
{
    /// <summary>
    /// Gives a company exactly these, or changes nothing. What it has already stays on its version; anything else comes
    /// in the published one. Usage and overrides stay.
    /// </summary>
    public async Task<CompanyDetailResponseData> UpdateAsync(
        string companyId,
        UpdateCompanyPlansRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var catalog = (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;
        return await database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var company = await LockAsync(db, companyId, token);
                var had = await db.CompanyPlans.Where(row => row.CompanySeq == company.Seq).ToListAsync(token);
                var wanted = await WantedAsync(db, had, body, token);
                db.RemoveRange(had.Where(row => !wanted.ContainsKey(row.PlanSeq)));
                // The company has one plan at every moment, also for the database.
                await db.SaveChangesAsync(token);
                foreach (var (planSeq, plan) in wanted)
                {
                    if (had.Exists(row => row.PlanSeq == planSeq))
                        continue;
                    db.Add(
                        new CompanyPlanRow
                        {
                            CompanySeq = company.Seq,
                            PlanSeq = planSeq,
                            EnvironmentSeq = db.EnvironmentSeq,
                            PlanVersionSeq = await PublishedAsync(db, plan, token),
                            PlanType = plan.PlanType,
                            AddedAt = now,
                        }
                    );
                }

                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Entity, company.Seq, db.EnvironmentSeq);
                var details = new CompanyDetails(db, catalog, caller.Environment.Id, now);
                return (await details.ToContractAsync([company], true, token))[0];
            },
            cancellationToken
        );
    }

    private static async Task<EntityDetail> LockAsync(
        SchematicDb db,
        string companyId,
        CancellationToken cancellationToken
    )
    {
        var named = EntityReference.FromKeys(EntityType.Company, new Dictionary<string, string>(), companyId);
        var company = await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
        await db.ExecuteAsync(
            new SqlText($"SELECT seq FROM entities WHERE seq = {company.Seq}{new SqlLiteral(db.Dialect.ForUpdate)}"),
            cancellationToken
        );
        return company;
    }

    // A base plan that is left out stays; null takes it away.
    private static async Task<Dictionary<int, PlanRow>> WantedAsync(
        SchematicDb db,
        List<CompanyPlanRow> had,
        UpdateCompanyPlansRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var ids = body.AddOnIds.Append(body.BasePlanId.Value).OfType<string>().ToList();
        var kept = body.BasePlanId.IsSet
            ? []
            : had.Where(static row => row.PlanType == PlanType.Plan).Select(static row => row.PlanSeq).ToList();
        var plans = await db
            .Plans.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.Id) || EF.Parameter(kept).Contains(row.Seq))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        if (body.BasePlanId.Value is { } basePlan)
            Require(plans, basePlan, PlanType.Plan, "base_plan_id");
        for (var i = 0; i < body.AddOnIds.Count; i++)
            Require(plans, body.AddOnIds[i], PlanType.AddOn, FieldPath.Item("add_on_ids", i));
        return plans.Values.ToDictionary(static plan => plan.Seq);
    }

    private static void Require(Dictionary<string, PlanRow> plans, string id, PlanType type, string field)
    {
        if (!plans.TryGetValue(id, out var plan))
            throw ApiProblem.NotFoundInAccount("plan", id).About(field);
        if (plan.PlanType != type)
            throw ApiProblem.BadRequest(
                type == PlanType.Plan
                    ? $"{field} names an add-on: \"{ApiProblem.Shorten(plan.Name)}\". Name a plan, and give "
                        + "add-ons in add_on_ids."
                    : $"{field} names a plan: \"{ApiProblem.Shorten(plan.Name)}\". A company has one plan: give "
                        + "it in base_plan_id.",
                field
            );
    }

    private static async Task<int> PublishedAsync(SchematicDb db, PlanRow plan, CancellationToken cancellationToken) =>
        await db
            .PlanVersions.Where(row => row.PlanSeq == plan.Seq && row.Status == PlanVersionStatus.Published)
            .Select(row => (int?)row.Seq)
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw ApiProblem.Conflict(
            $"\"{ApiProblem.Shorten(plan.Name)}\" has no published version in this environment, so no company "
                + "can get it. Publish its draft first; nothing was changed."
        );
}
