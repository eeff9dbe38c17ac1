using System.Net;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.PlanGrants;

public abstract class PlanGrantStoreTests(ApiFixture api) : PlanGrantTopic(api)
{
    [Fact]
    public async Task Credits_of_a_plan_are_answered_with_their_terms_plan_and_credit()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewCreditAsync());

        var grant = await IncludeAsync(Included(plan.Id, credit.Id, 5_000) with { RolloverPercentage = 50 });

        Assert.StartsWith("bpcg_", grant.Id, StringComparison.Ordinal);
        Assert.Equal(
            (plan.Id, plan.Name, plan.DraftVersion!.Id, plan.Id),
            (grant.PlanId, grant.PlanName, grant.PlanVersionId, grant.Plan!.Id)
        );
        Assert.Equal(
            (credit.Id, credit.Name, credit.Id, 5_000L, 50L),
            (grant.CreditId, grant.CreditName, grant.Credit!.Id, grant.CreditAmount, grant.RolloverPercentage)
        );
        Assert.Equal(
            (BillingPlanCreditGrantResetType.PlanPeriod, BillingPlanCreditGrantResetCadence.Monthly),
            (grant.ResetType!.Value, grant.ResetCadence!.Value)
        );
        Assert.Equal(
            (PlanCreditGrantScaling.Fixed, 0L, BillingCreditAutoTopupAvailability.Off, false),
            (grant.Scaling, grant.CompanyCreditAmount, grant.AutoTopupAvailability, grant.AutoTopupEnabled)
        );
        Assert.Equal(grant.Id, (await Production.PlanCreditGrants.GetAsync(grant.Id, Cancellation)).Data.Id);
    }

    [Fact]
    public async Task A_change_of_a_published_plan_goes_to_its_draft_and_counts_once_published()
    {
        var (planId, creditId) = await PlanWithCreditsAsync(100);
        var published = Assert.Single((await PlanAsync(planId)).IncludedCreditGrants!);

        var changed = await ChangeAsync(published.Id, Changed() with { CreditAmount = 200 });

        Assert.NotEqual(published.Id, changed.Id);
        Assert.Equal(200, changed.CreditAmount);
        Assert.Equal(100, Assert.Single((await PlanAsync(planId)).IncludedCreditGrants!).CreditAmount);
        Assert.Equal([published.Id], await IdsAsync(new PlanCreditGrantsQuery { CreditId = creditId }));
        // The same grant, named as it is in the published version, is found in the draft again.
        Assert.Equal(changed.Id, (await ChangeAsync(published.Id, Changed() with { CreditAmount = 300 })).Id);
        await PublishAsync(planId);
        Assert.Equal(300, Assert.Single((await PlanAsync(planId)).IncludedCreditGrants!).CreditAmount);
        Assert.Equal([changed.Id], await IdsAsync(new PlanCreditGrantsQuery { PlanIds = [planId] }));
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "is archived, and stays as it was",
            () => ChangeAsync(published.Id, Changed())
        );
    }

    [Fact]
    public async Task Credits_that_were_removed_from_the_draft_are_not_changed_through_the_published_version()
    {
        var (planId, _) = await PlanWithCreditsAsync(100);
        var published = Assert.Single((await PlanAsync(planId)).IncludedCreditGrants!);

        await RemoveAsync(published.Id);

        Assert.Equal(published.Id, (await Production.PlanCreditGrants.GetAsync(published.Id, Cancellation)).Data.Id);
        await RefusedAsync(HttpStatusCode.Conflict, "no longer includes", () => RemoveAsync(published.Id));
        Assert.Empty((await PublishAsync(planId)).IncludedCreditGrants!);
    }

    [Fact]
    public async Task Lists_are_newest_first_and_filtered()
    {
        var (credit, plan, other) = (await NewCreditAsync(), await NewPlanAsync(), await NewPlanAsync());
        var first = await IncludeAsync(Included(plan.Id, credit.Id, 1));
        var second = await IncludeAsync(Included(plan.Id, credit.Id, 2));
        var third = await IncludeAsync(Included(other.Id, credit.Id, 3));

        Assert.Equal([third.Id, second.Id, first.Id], await IdsAsync(new() { CreditId = credit.Id }));
        Assert.Equal([second.Id, first.Id], await IdsAsync(new() { PlanId = plan.Id }));
        Assert.Equal([first.Id], await IdsAsync(new() { Ids = [first.Id] }));
        Assert.Equal([third.Id], await IdsAsync(new() { PlanVersionIds = [other.DraftVersion!.Id] }));
        Assert.Equal([second.Id, first.Id], await IdsAsync(new() { PlanVersionId = plan.DraftVersion!.Id }));
        Assert.Empty(await IdsAsync(new() { CreditId = "bilcr_unknown" }));
    }

    [Fact]
    public async Task What_a_change_leaves_out_stays_but_for_what_means_nothing_any_more()
    {
        var (plan, credit, license) = (await NewPlanAsync(), await NewCreditAsync(), await NewLicenseAsync());
        var grant = await IncludeAsync(
            Included(plan.Id, credit.Id, 10) with
            {
                Scaling = PlanCreditGrantScaling.PerLicense,
                LicenseId = license,
                CompanyCreditAmount = 7,
                RolloverPercentage = 20,
            }
        );

        var kept = await ChangeAsync(grant.Id, Changed());
        Assert.Equal(
            (license, 7L, 20L, 10L),
            (kept.LicenseId, kept.CompanyCreditAmount, kept.RolloverPercentage, kept.CreditAmount)
        );

        var once = await ChangeAsync(
            grant.Id,
            Changed() with
            {
                Scaling = PlanCreditGrantScaling.Fixed,
                ResetType = BillingPlanCreditGrantResetType.NoReset,
                ExpiryType = BillingCreditExpiryType.EndOfNextBillingPeriod,
            }
        );
        Assert.Equal((null, 0L, 0L), (once.LicenseId, once.CompanyCreditAmount, once.RolloverPercentage));
        Assert.Equal((null, null), (once.ResetCadence, once.ResetStart));
        Assert.Equal(BillingCreditExpiryType.EndOfNextBillingPeriod, once.ExpiryType);

        var again = await ChangeAsync(
            grant.Id,
            Changed() with
            {
                ResetType = BillingPlanCreditGrantResetType.PlanPeriod,
            }
        );
        Assert.Equal((null, BillingPlanCreditGrantResetCadence.Monthly), (again.ExpiryType, again.ResetCadence!.Value));
    }

    [Theory]
    [InlineData("\"scaling\":\"per_license\"", "license_id")]
    [InlineData("\"license_id\":\"feat_1\"", "license_id")]
    [InlineData("\"company_credit_amount\":1", "company_credit_amount")]
    [InlineData("\"reset_cadence\":\"weekly\",\"rollover_percentage\":1", "rollover_percentage")]
    [InlineData("\"reset_type\":\"no_reset\",\"rollover_percentage\":1", "rollover_percentage")]
    [InlineData("\"expiry_type\":\"no_expiry\"", "expiry_type")]
    [InlineData("\"reset_type\":\"no_reset\",\"expiry_unit\":\"days\"", "expiry_unit_count")]
    [InlineData("\"auto_topup_availability\":\"automatic\"", "auto_topup_amount")]
    [InlineData("\"auto_topup_amount\":1", "auto_topup_threshold_credits")]
    [InlineData("\"auto_topup_threshold_credits\":1", "auto_topup_amount")]
    [InlineData(
        "\"auto_topup_amount\":1,\"auto_topup_threshold_credits\":1,\"auto_topup_threshold_percent\":1",
        "auto_topup_threshold_percent"
    )]
    [InlineData(
        "\"auto_topup_amount\":1,\"auto_topup_threshold_credits\":1,\"auto_topup_enabled\":true",
        "auto_topup_availability"
    )]
    [InlineData("\"auto_topup_expiry_type\":\"end_of_trial\"", "auto_topup_expiry_type")]
    [InlineData("\"plan_version_id\":\"plvr_1\"", "plan_version_id", HttpStatusCode.NotFound)]
    [InlineData("\"scaling\":\"per_license\",\"license_id\":\"feat_1\"", "license_id", HttpStatusCode.NotFound)]
    public async Task Members_that_do_not_fit_are_refused_with_their_name(
        string members,
        string field,
        HttpStatusCode status = HttpStatusCode.BadRequest
    )
    {
        var (plan, credit) = (await NewPlanAsync(), await NewCreditAsync());
        var cadence = members.Contains("reset_cadence", StringComparison.Ordinal)
            ? ""
            : ",\"reset_cadence\":\"monthly\"";

        var reply = await SendAsync(
            "POST",
            "/billing/credits/plan-grants",
            $$"""
            {"plan_id":"{{plan.Id}}","credit_id":"{{credit.Id}}","credit_amount":1,"reset_start":"billing_period",
            {{members}}{{cadence}}}
            """
        );

        Assert.Equal((status, field), (reply.Status, reply.Json.GetProperty("field").GetString()));
        AssertSentence(reply.Error);
    }

    [Fact]
    public async Task The_old_switches_of_top_up_and_bundles_still_work()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewPricedCreditAsync());
        var bundle = await NewBundleAsync(credit.Id);
        await Production.Credits.UpdateBundleAsync(
            bundle.Id,
            new UpdateCreditBundleDetailsRequestBody
            {
                BundleName = bundle.Name,
                PricePerUnit = 5,
                CompatiblePlanIds = [(await NewPlanAsync()).Id],
            },
            Cancellation
        );
        var grant = await IncludeAsync(
            Included(plan.Id, credit.Id, 10) with
            {
                AutoTopupEnabled = true,
                AutoTopupSelfService = true,
                AutoTopupAmount = 5,
                AutoTopupThresholdPercent = 10,
            }
        );
        Assert.Equal(
            (BillingCreditAutoTopupAvailability.UserControlled, true, true, "credit", false),
            (
                grant.AutoTopupAvailability,
                grant.AutoTopupEnabled,
                grant.AutoTopupSelfService,
                grant.AutoTopupAmountType,
                grant.CanBuyBundles
            )
        );

        Assert.True((await ChangeAsync(grant.Id, Changed() with { CanBuyBundles = true })).CanBuyBundles);
        Assert.Equal(
            2,
            (await Production.Credits.GetBundleAsync(bundle.Id, Cancellation)).Data.CompatiblePlanIds.Count
        );
        Assert.False((await ChangeAsync(grant.Id, Changed() with { CanBuyBundles = false })).CanBuyBundles);
    }

    [Fact]
    public async Task A_company_shows_the_credits_that_its_plan_includes()
    {
        var (planId, creditId) = await PlanWithCreditsAsync(100);

        var company = await AssignAsync((await NewCompanyAsync(Unique("domain"))).Id, planId);

        var shown = Assert.Single(company.Plan!.IncludedCreditGrants);
        Assert.Equal((planId, creditId, 100L), (shown.PlanId, shown.CreditId, shown.CreditAmount));
        Assert.Equal((creditId, company.EnvironmentId), (shown.Credit!.Id, shown.Credit.EnvironmentId));
        Assert.Equal(company.Plan.PlanVersionId, shown.PlanVersionId);
    }

    private async Task<BillingCreditResponseData> NewPricedCreditAsync() =>
        (
            await Production.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = Unique("credit"),
                    Description = "",
                    Currency = "usd",
                    PerUnitPrice = 2,
                },
                Cancellation
            )
        ).Data;

    private async Task<IReadOnlyList<string>> IdsAsync(PlanCreditGrantsQuery query)
    {
        var ids = (await Production.PlanCreditGrants.ListAsync(query, Cancellation))
            .Data.Select(static one => one.Id)
            .ToList();
        Assert.Equal(ids.Count, (await Production.PlanCreditGrants.CountAsync(query, Cancellation)).Data.Count);
        return ids;
    }
}

public sealed class PlanGrantStoreTestsOnSqlite(SqliteApi api) : PlanGrantStoreTests(api), IClassFixture<SqliteApi>;

public sealed class PlanGrantStoreTestsOnPostgreSql(PostgreSqlApi api)
    : PlanGrantStoreTests(api),
        IClassFixture<PostgreSqlApi>;
