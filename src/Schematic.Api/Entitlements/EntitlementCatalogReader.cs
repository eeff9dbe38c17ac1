using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>Reads what the environment of a context sells: four statements, however much it is.</summary>
internal static class EntitlementCatalogReader
{
    public static async Task<EntitlementCatalog> ReadAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var features = await FeaturesAsync(db, cancellationToken);
        var rows = (
            await db.PlanEntitlements.AsNoTracking().OrderBy(static row => row.Seq).ToListAsync(cancellationToken)
        ).ToLookup(static row => row.PlanVersionSeq);
        // No company is on a draft.
        var versions = await (
            from version in db.PlanVersions.AsNoTracking()
            join plan in db.Plans on version.PlanSeq equals plan.Seq
            where version.Status != PlanVersionStatus.Draft
            select new { Version = version, Plan = plan }
        ).ToListAsync(cancellationToken);
        var sold = versions.Select(one => new SoldVersion(
            one.Version.Seq,
            one.Version.Id,
            one.Plan.Id,
            one.Version.Name,
            one.Plan.PlanType,
            [.. rows[one.Version.Seq].Select(row => Granted(row, one.Plan, one.Version, features[row.FeatureSeq]))]
        ));
        var traits = features
            .Values.Select(static feature => feature.TraitId)
            .Concat(rows.SelectMany(static group => group).Select(static row => row.ValueTraitId))
            .OfType<string>();
        return new EntitlementCatalog(
            sold.ToDictionary(static version => version.Seq),
            features,
            new RuleNames(await FlagReader.TraitsAsync(db, traits, cancellationToken), new Dictionary<string, string>())
        );
    }

    /// <summary>Reads a row of a version.</summary>
    public static GrantedFeature Granted(
        PlanEntitlementRow row,
        PlanRow plan,
        PlanVersionRow version,
        SoldFeature feature
    ) =>
        new(
            feature,
            new EntitlementTerms
            {
                Id = row.Id,
                Source = plan.PlanType == PlanType.AddOn ? EntitlementSource.AddOn : EntitlementSource.Plan,
                ValueType = row.ValueType,
                ValueBool = row.ValueBool,
                ValueNumeric = row.ValueNumeric,
                ValueTraitId = row.ValueTraitId,
                CreditId = row.ValueCreditId,
                ConsumptionRateMicroCredits = row.ConsumptionRateMicroCredits,
                MetricPeriod = row.MetricPeriod,
                MonthReset = row.MetricPeriodMonthReset,
                SoftLimit = row.SoftLimit,
                PriceBehavior = row.PriceBehavior,
                Prices = EntitlementPrices.Read(row.Prices),
                PlanId = plan.Id,
                PlanVersionId = version.Id,
            },
            row.RuleId,
            row.UsageExceededRuleId,
            row.CreatedAt,
            row.UpdatedAt
        );

    /// <summary>Reads an override.</summary>
    public static GrantedFeature Granted(CompanyOverrideRow row, SoldFeature feature) =>
        new(
            feature,
            new EntitlementTerms
            {
                Id = row.Id,
                Source = EntitlementSource.Override,
                ValueType = row.ValueType,
                ValueBool = row.ValueBool,
                ValueNumeric = row.ValueNumeric,
                ValueTraitId = row.ValueTraitId,
                CreditId = row.ValueCreditId,
                ConsumptionRateMicroCredits = row.ConsumptionRateMicroCredits,
                MetricPeriod = row.MetricPeriod,
                MonthReset = row.MetricPeriodMonthReset,
                ExpiresAt = row.ExpiresAt,
            },
            row.RuleId,
            row.UsageExceededRuleId,
            row.CreatedAt,
            row.UpdatedAt
        );

    private static async Task<Dictionary<int, SoldFeature>> FeaturesAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    ) =>
        await (
            from feature in db.Features
            join flag in db.Flags on (int?)feature.Seq equals flag.FeatureSeq into flags
            from flag in flags.DefaultIfEmpty()
            select new SoldFeature(
                feature.Seq,
                feature.Id,
                feature.Name,
                feature.FeatureType,
                feature.EventSubtype,
                feature.TraitId,
                flag == null ? null : flag.Id,
                flag == null ? null : flag.Key
            )
        ).ToDictionaryAsync(static feature => feature.Seq, cancellationToken);
}
