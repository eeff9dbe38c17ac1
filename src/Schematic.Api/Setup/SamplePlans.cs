using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Rules.Facts;

namespace Schematic.Api.Setup;

/// <summary>
/// Writes the plans of <see cref="SamplePlanCatalog"/> as one environment sells them: the account's, once, and their
/// versions. Companies get the version of their day and stay on it.
/// </summary>
internal sealed class SamplePlans(SchematicDb db, DateTimeOffset now)
{
    public async Task AddAsync(IReadOnlyList<SampleCompany> companies, CancellationToken cancellationToken)
    {
        foreach (var plan in SamplePlanCatalog.Plans)
        {
            var row = await PlanAsync(plan, cancellationToken);
            foreach (var version in plan.Versions)
                await AddVersionAsync(row, version, companies, cancellationToken);
            db.Changes.Add(ChangeKind.Catalog, row.Seq, db.EnvironmentSeq);
        }
    }

    // Another environment has made it already.
    private async Task<PlanRow> PlanAsync(SamplePlan plan, CancellationToken cancellationToken) =>
        await db.Plans.SingleOrDefaultAsync(row => row.Name == plan.Name, cancellationToken)
        ?? await Writer(plan.Versions[0])
            .CreateAsync(
                new CreatePlanRequestBody
                {
                    Name = plan.Name,
                    Description = plan.Description,
                    Icon = plan.Icon,
                    PlanType = plan.PlanType,
                },
                cancellationToken
            );

    private async Task AddVersionAsync(
        PlanRow plan,
        SamplePlanVersion version,
        IReadOnlyList<SampleCompany> companies,
        CancellationToken cancellationToken
    )
    {
        var writer = Writer(version);
        var draft = await writer.DraftAsync(plan, cancellationToken);
        foreach (var given in version.Gives)
            await GiveAsync(draft, given, now.AddDays(-version.DaysAgo), cancellationToken);
        if (version.MonthlyCredits > 0)
            db.Add(await CreditsAsync(draft, version, cancellationToken));
        writer.Touch(draft);
        await db.SaveChangesAsync(cancellationToken);
        if (version.Companies.Count == 0)
            return;
        await writer.PublishAsync(plan, draft, cancellationToken);
        foreach (var number in version.Companies)
        {
            db.Add(
                new CompanyPlanRow
                {
                    CompanySeq = companies[number].Seq,
                    PlanSeq = plan.Seq,
                    EnvironmentSeq = db.EnvironmentSeq,
                    PlanVersionSeq = draft.Seq,
                    PlanType = plan.PlanType,
                    AddedAt = now.AddDays(number - version.DaysAgo),
                }
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    // In place of what the version before gave, which the draft begins with.
    private async Task GiveAsync(
        PlanVersionRow draft,
        SampleEntitlement given,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var feature = await SampleFeatures.GetAsync(db, given.FlagKey, cancellationToken);
        var former = await db.PlanEntitlements.SingleOrDefaultAsync(
            row => row.PlanVersionSeq == draft.Seq && row.FeatureSeq == feature.Seq,
            cancellationToken
        );
        if (former is not null)
        {
            db.Remove(former);
            await db.SaveChangesAsync(cancellationToken);
        }

        var trait = given.LimitTrait is { } name
            ? await SampleData.TraitAsync(db, EntityType.Company, [name], cancellationToken)
            : null;
        var credit =
            given.Values.ValueType == EntitlementValueType.Credit
                ? await SampleCredits.TypeAsync(db, cancellationToken)
                : null;
        var values = EntitlementTermsCheck.Check(
            feature.FeatureType,
            given.Values with
            {
                ValueTraitId = trait?.Id,
                ValueCreditId = credit?.Id,
            }
        );
        db.Add(Row(draft, feature, values, given.Prices, at));
    }

    private async Task<PlanCreditGrantRow> CreditsAsync(
        PlanVersionRow draft,
        SamplePlanVersion version,
        CancellationToken cancellationToken
    )
    {
        var at = now.AddDays(-version.DaysAgo);
        var id = NewId.For(PlanCreditGrantRow.IdPrefix, at);
        var row = new PlanCreditGrantRow
        {
            Id = id,
            EnvironmentSeq = db.EnvironmentSeq,
            PlanSeq = draft.PlanSeq,
            PlanVersionSeq = draft.Seq,
            CreditTypeSeq = (await SampleCredits.TypeAsync(db, cancellationToken)).Seq,
            LineageId = id,
            CreatedAt = at,
        };
        var terms = new PlanCreditGrantTerms(version.MonthlyCredits)
        {
            ResetCadence = BillingPlanCreditGrantResetCadence.Monthly,
            ResetStart = BillingPlanCreditGrantResetStart.FirstOfMonth,
            RolloverPercentage = 25,
        };
        row.Write(terms, at);
        return row;
    }

    private static PlanEntitlementRow Row(
        PlanVersionRow draft,
        FeatureRow feature,
        EntitlementValues values,
        EntitlementPrices prices,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = NewId.For(PlanEntitlementRow.IdPrefix, at),
            EnvironmentSeq = draft.EnvironmentSeq,
            PlanVersionSeq = draft.Seq,
            FeatureSeq = feature.Seq,
            ValueType = values.ValueType,
            ValueBool = values.ValueBool,
            ValueNumeric = values.ValueNumeric,
            ValueTraitId = values.ValueTraitId,
            ValueCreditId = values.ValueCreditId,
            ConsumptionRateMicroCredits = values.CreditConsumptionRate is { } rate
                ? MicroCredits.CostFromWire(rate)
                : null,
            MetricPeriod = values.MetricPeriod,
            MetricPeriodMonthReset = values.MetricPeriodMonthReset,
            PriceBehavior = values.PriceBehavior,
            SoftLimit = values.SoftLimit,
            Prices = EntitlementPrices.Write(prices),
            WarningTiers = WarningTiers.None,
            RuleId = NewId.For(FlagRule.IdPrefix, at),
            UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, at),
            CreatedAt = at,
            UpdatedAt = at,
        };

    private PlanWriter Writer(SamplePlanVersion version) => new(db, now.AddDays(-version.DaysAgo));
}
