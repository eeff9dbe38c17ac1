using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Companies;

/// <summary>Plans and overrides of a company as they would be after a change.</summary>
/// <param name="company">The company as it is.</param>
internal sealed class CompanyPlanPreviewGrants(SchematicDb db, CompanyStanding company, DateTimeOffset now)
{
    /// <exception cref="ApiException">404, 400 or 409, as when the change is made.</exception>
    public async Task<CompanyGrants> SupposeAsync(
        CompanyPlanPreviewRequestBody body,
        CancellationToken cancellationToken
    ) => new(await PlansAsync(body, cancellationToken), await OverridesAsync(body, cancellationToken));

    private async Task<IReadOnlyList<CompanyPlanRow>> PlansAsync(
        CompanyPlanPreviewRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var plans = new List<CompanyPlanRow>();
        if (!body.BasePlanId.IsSet)
            plans.AddRange(company.Grants.Plans.Where(static row => row.PlanType == PlanType.Plan));
        else if (body.BasePlanId.Value is { } basePlan)
            plans.Add(await PlanAsync(basePlan, PlanType.Plan, "base_plan_id", cancellationToken));
        if (body.AddOnIds is not { } addOns)
            plans.AddRange(company.Grants.Plans.Where(static row => row.PlanType == PlanType.AddOn));
        else
            for (var i = 0; i < addOns.Count; i++)
            {
                var addOn = await PlanAsync(
                    addOns[i],
                    PlanType.AddOn,
                    FieldPath.Item("add_on_ids", i),
                    cancellationToken
                );
                // Given twice, it is had once.
                if (plans.TrueForAll(plan => plan.PlanSeq != addOn.PlanSeq))
                    plans.Add(addOn);
            }

        return plans;
    }

    // What the company has already stays on its version; anything else comes in the published one.
    private async Task<CompanyPlanRow> PlanAsync(
        string id,
        PlanType type,
        string field,
        CancellationToken cancellationToken
    )
    {
        var plan =
            await db.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw ApiProblem.NotFoundInAccount("plan", id).About(field);
        if (plan.PlanType != type)
            throw ApiProblem.BadRequest(
                type == PlanType.Plan
                    ? $"{field} names an add-on. Name a plan."
                    : $"{field} names a plan. Name an add-on.",
                field
            );
        if (company.Grants.Plans.FirstOrDefault(row => row.PlanSeq == plan.Seq) is { } held)
            return held;
        var published =
            company.Catalog.Versions.Values.FirstOrDefault(version => version.PlanId == id && version.IsPublished)
            ?? throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(plan.Name)}\" has no published version in this environment, so no company "
                    + "can get it. Publish its draft first.",
                field
            );
        return new CompanyPlanRow
        {
            CompanySeq = company.Company.Seq,
            PlanSeq = plan.Seq,
            EnvironmentSeq = db.EnvironmentSeq,
            PlanVersionSeq = published.Seq,
            PlanType = type,
            AddedAt = now,
        };
    }

    private async Task<IReadOnlyList<CompanyOverrideRow>> OverridesAsync(
        CompanyPlanPreviewRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var overrides = company.Grants.Overrides.ToList();
        if (body.RemovedOverrideId is { } removed && overrides.RemoveAll(row => row.Id == removed) == 0)
            throw ApiProblem.NotFound("company override", removed).About("removed_override_id");
        if (body.Override is not { } supposed)
            return overrides;
        var row = await OverrideAsync(supposed, cancellationToken);
        overrides.RemoveAll(other => other.FeatureSeq == row.FeatureSeq);
        overrides.Add(row);
        return overrides;
    }

    private async Task<CompanyOverrideRow> OverrideAsync(
        PreviewOverrideRequestBody supposed,
        CancellationToken cancellationToken
    )
    {
        const string Path = "override";
        var feature =
            company.Catalog.Features.Values.FirstOrDefault(one => one.Id == supposed.FeatureId)
            ?? throw ApiProblem.NotFoundInAccount("feature", supposed.FeatureId).About($"{Path}.feature_id");
        try
        {
            await EntitlementReferences.RequireTraitAsync(db, supposed.ValueTraitId, cancellationToken);
            return Row(feature, EntitlementTermsCheck.Check(feature.FeatureType, ValuesOf(supposed)), supposed);
        }
        catch (ApiException refusal)
        {
            throw refusal.Within(Path);
        }
    }

    private static EntitlementValues ValuesOf(PreviewOverrideRequestBody supposed) =>
        new()
        {
            ValueType = supposed.ValueType,
            ValueBool = supposed.ValueBool,
            ValueNumeric = supposed.ValueNumeric,
            ValueTraitId = supposed.ValueTraitId,
            MetricPeriod = supposed.MetricPeriod,
            MetricPeriodMonthReset = supposed.MetricPeriodMonthReset,
        };

    // With an id of its own: nothing stored may be taken for it.
    private CompanyOverrideRow Row(
        SoldFeature feature,
        EntitlementValues values,
        PreviewOverrideRequestBody supposed
    ) =>
        new()
        {
            Id = NewId.For(CompanyOverrideRow.IdPrefix, now),
            EnvironmentSeq = db.EnvironmentSeq,
            CompanySeq = company.Company.Seq,
            FeatureSeq = feature.Seq,
            ValueType = values.ValueType,
            ValueBool = values.ValueBool,
            ValueNumeric = values.ValueNumeric,
            ValueTraitId = values.ValueTraitId,
            MetricPeriod = values.MetricPeriod,
            MetricPeriodMonthReset = values.MetricPeriodMonthReset,
            ExpiresAt = supposed.ExpirationDate,
            RuleId = NewId.For(FlagRule.IdPrefix, now),
            UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, now),
            CreatedAt = now,
        };
}
