using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Companies;

/// <summary>Plans and add-ons of companies.</summary>
internal sealed class CompanyPlanStore(
    IDatabase database,
    FlagSnapshots snapshots,
    IPlanBenefits benefits,
    Caller caller,
    TimeProvider time
)
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
                var company = await FindAsync(db, companyId, token);
                var writer = new CompanyPlanWriter(db, now, benefits);
                var plans = await writer.LockPlansAsync(NamedIn(body), token);
                Require(plans, body);
                var held = await writer.LockCompaniesAsync([company.Seq], token);
                // It was deleted while this waited for it.
                if (!held.TryGetValue(company.Seq, out var had))
                    throw ApiProblem.NotFound("company", companyId);
                var cause = await PlanChangeCause.FromCallerAsync(db, caller, PlanChangeAction.ManagePlan, now, token);
                await writer.SetAsync([Wanted(had, plans, body)], cause, token);
                var details = new CompanyDetails(catalog, caller.Environment.Id, now);
                return (await details.ToContractAsync(db, [company], true, token))[0];
            },
            cancellationToken
        );
    }

    private static async Task<EntityDetail> FindAsync(
        SchematicDb db,
        string companyId,
        CancellationToken cancellationToken
    )
    {
        var named = EntityReference.FromKeys(EntityType.Company, new Dictionary<string, string>(), companyId);
        return await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
    }

    private static List<string> NamedIn(UpdateCompanyPlansRequestBody body) =>
        [.. body.AddOnIds.Append(body.BasePlanId.Value).OfType<string>().Distinct()];

    // A base plan that is left out stays; null takes it away.
    private static WantedPlans Wanted(
        HeldPlans had,
        IReadOnlyDictionary<string, PlanRow> plans,
        UpdateCompanyPlansRequestBody body
    )
    {
        var seqs = plans.Values.Select(static plan => plan.Seq).ToHashSet();
        if (!body.BasePlanId.IsSet && had.BasePlan is { } kept)
            seqs.Add(kept.PlanSeq);
        return new WantedPlans(had.CompanySeq, seqs);
    }

    private static void Require(IReadOnlyDictionary<string, PlanRow> plans, UpdateCompanyPlansRequestBody body)
    {
        if (body.BasePlanId.Value is { } basePlan)
            Require(plans, basePlan, PlanType.Plan, "base_plan_id");
        for (var i = 0; i < body.AddOnIds.Count; i++)
            Require(plans, body.AddOnIds[i], PlanType.AddOn, FieldPath.Item("add_on_ids", i));
    }

    private static void Require(IReadOnlyDictionary<string, PlanRow> plans, string id, PlanType type, string field)
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
}
