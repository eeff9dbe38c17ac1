using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entitlements;

public abstract class PlanEntitlementStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task What_a_plan_gives_is_answered_as_it_was_written()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await NewPlanAsync();

        var made = (
            await Production.Entitlements.CreatePlanEntitlementAsync(
                Entitlement(plan.Id, feature, 5000) with
                {
                    MetricPeriod = MetricPeriod.CurrentMonth,
                    MetricPeriodMonthReset = MetricPeriodMonthReset.FirstOfMonth,
                    PriceBehavior = EntitlementPriceBehavior.Overage,
                    SoftLimit = 500,
                    Currency = "usd",
                    MonthlyUnitPriceDecimal = "1.25",
                    WarningTiers = [new WarningTierRequestBody { Key = "default", Value = 400 }],
                },
                Cancellation
            )
        ).Data;
        var read = (await Production.Entitlements.GetPlanEntitlementAsync(made.Id, Cancellation)).Data;

        Assert.Equal((EntitlementValueType.Numeric, 5000, 500), (read.ValueType, read.ValueNumeric, read.SoftLimit));
        Assert.Equal(MetricPeriod.CurrentMonth, read.MetricPeriod);
        Assert.Equal(("default", 400), (read.WarningTiers[0].Key, read.WarningTiers[0].Value));
        var price = Assert.Single(read.CurrencyPrices).MonthlyPrice!;
        Assert.Equal(("usd", BillingTiersMode.Graduated), (price.Currency, price.TiersMode));
        Assert.Equal(
            [(500, "0"), (null, "1.25")],
            price.PriceTier.Select(static tier => (tier.UpTo, tier.PerUnitPriceDecimal!))
        );
        Assert.Equal(feature.Id, read.Feature!.Id);
    }

    [Fact]
    public async Task A_change_of_what_is_published_goes_to_the_draft_and_answers_its_copy_there()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 100));
        var sold = plan.Entitlements![0];

        var changed = (
            await Production.Entitlements.UpdatePlanEntitlementAsync(
                sold.Id,
                new UpdatePlanEntitlementRequestBody { ValueType = EntitlementValueType.Numeric, ValueNumeric = 250 },
                null,
                Cancellation
            )
        ).Data;

        Assert.NotEqual(sold.Id, changed.Id);
        Assert.Equal(250, changed.ValueNumeric);
        Assert.Equal(100, (await PlanAsync(plan.Id)).Entitlements![0].ValueNumeric);
        Assert.Equal(250, (await PublishAsync(plan.Id)).Entitlements![0].ValueNumeric);
    }

    [Fact]
    public async Task What_is_taken_from_a_published_plan_is_given_until_the_next_version()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));

        await Production.Entitlements.DeletePlanEntitlementAsync(plan.Entitlements![0].Id, null, Cancellation);

        Assert.Single((await PlanAsync(plan.Id)).Entitlements!);
        Assert.Empty((await PublishAsync(plan.Id)).Entitlements!);
    }

    [Theory]
    [InlineData("the type of the feature", "value_type")]
    [InlineData("a period on a boolean", "metric_period")]
    [InlineData("a negative limit", "value_numeric")]
    [InlineData("a trait that is not there", "value_trait_id")]
    [InlineData("tiers that end", "monthly_price_tiers[0].up_to")]
    public async Task A_value_that_does_not_fit_is_refused_by_its_name(string what, string field)
    {
        var (boolean, counted) = (await NewFeatureAsync(), await NewFeatureAsync(Unique("call")));
        var plan = await NewPlanAsync();
        var body = what switch
        {
            "the type of the feature" => Entitlement(plan.Id, boolean) with
            {
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = 5,
            },
            "a period on a boolean" => Entitlement(plan.Id, boolean) with { MetricPeriod = MetricPeriod.CurrentDay },
            "a negative limit" => Entitlement(plan.Id, counted, -1),
            "a trait that is not there" => Entitlement(plan.Id, counted) with
            {
                ValueType = EntitlementValueType.Trait,
                ValueTraitId = "trdf_nosuch",
            },
            _ => Entitlement(plan.Id, counted) with
            {
                PriceBehavior = EntitlementPriceBehavior.Tier,
                MonthlyPriceTiers = [new CreatePriceTierRequestBody { PerUnitPrice = 5, UpTo = 10 }],
            },
        };

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            field,
            () => Production.Entitlements.CreatePlanEntitlementAsync(body, Cancellation)
        );

        Assert.Empty((await PlanAsync(plan.Id)).Entitlements!);
    }

    [Fact]
    public async Task A_feature_is_given_once_by_a_version()
    {
        var feature = await NewFeatureAsync();
        var plan = await NewPlanAsync();
        var first = await EntitleAsync(plan.Id, feature);

        await RefusedAsync(HttpStatusCode.Conflict, first.Id, () => EntitleAsync(plan.Id, feature));
    }

    [Fact]
    public async Task What_a_plan_gives_is_copied_into_the_draft_of_another_where_it_does_not_give_it_yet()
    {
        var (both, only) = (await NewFeatureAsync(Unique("both")), await NewFeatureAsync(Unique("only")));
        var source = await SoldPlanAsync(PlanType.Plan, (both, 10), (only, 20));
        var target = await SoldPlanAsync(PlanType.Plan, (both, 1));

        var copied = (
            await Production.Entitlements.DuplicatePlanEntitlementsAsync(
                new DuplicatePlanEntitlementsRequestBody { SourcePlanId = source.Id, TargetPlanId = target.Id },
                Cancellation
            )
        ).Data;

        Assert.Equal([only.Id], copied.Data.Select(static one => one.FeatureId));
        Assert.Equal([both.Id], copied.Skipped.Select(static one => one.FeatureId));
        Assert.Equal([1, 20], (await PublishAsync(target.Id)).Entitlements!.Select(static one => one.ValueNumeric));
    }

    [Fact]
    public async Task A_list_without_a_version_shows_what_is_sold_and_drafts_that_never_were()
    {
        var (sold, drafted) = (await NewFeatureAsync(), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (sold, null));
        await EntitleAsync(plan.Id, drafted);
        var unsold = await NewPlanAsync();
        await EntitleAsync(unsold.Id, drafted);

        Assert.Equal([sold.Id], await FeaturesAsync(new PlanEntitlementsQuery { PlanId = plan.Id }));
        Assert.Equal([drafted.Id], await FeaturesAsync(new PlanEntitlementsQuery { PlanId = unsold.Id }));
        Assert.Equal(
            [drafted.Id, sold.Id],
            await FeaturesAsync(
                new PlanEntitlementsQuery { PlanVersionId = (await PlanAsync(plan.Id)).DraftVersion!.Id }
            )
        );
        Assert.Equal([sold.Id], await FeaturesAsync(new PlanEntitlementsQuery { FeatureId = sold.Id }));
        Assert.Equal([sold.Id], await FeaturesAsync(new PlanEntitlementsQuery { Q = sold.Name.ToUpperInvariant() }));
    }

    private async Task<IReadOnlyList<string>> FeaturesAsync(PlanEntitlementsQuery query)
    {
        var listed = (await Production.Entitlements.ListPlanEntitlementsAsync(query, Cancellation)).Data;
        var count = (await Production.Entitlements.CountPlanEntitlementsAsync(query, Cancellation)).Data.Count;
        Assert.Equal(listed.Count, count);
        return [.. listed.Select(static one => one.FeatureId)];
    }
}

public sealed class PlanEntitlementStoreTestsOnSqlite(SqliteApi api)
    : PlanEntitlementStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanEntitlementStoreTestsOnPostgreSql(PostgreSqlApi api)
    : PlanEntitlementStoreTests(api),
        IClassFixture<PostgreSqlApi>;
