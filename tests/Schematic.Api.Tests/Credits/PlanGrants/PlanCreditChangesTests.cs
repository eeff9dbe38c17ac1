using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Credits.PlanGrants;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.PlanGrants;

public abstract class PlanCreditChangesTests(ApiFixture api) : PlanGrantTopic(api)
{
    [Fact]
    public async Task A_company_is_given_what_its_plan_and_add_ons_include_and_loses_it_with_them()
    {
        var (planId, creditId) = await PlanWithCreditsAsync(100);
        var (addOnId, otherId) = await PlanWithCreditsAsync(7, PlanType.AddOn);
        var company = await NewCompanyAsync(Unique("domain"));

        await AssignAsync(company.Id, planId, addOnId);

        var grants = await GrantsAsync(company.Id);
        Assert.Equal(
            [(creditId, 100d, planId), (otherId, 7d, addOnId)],
            grants.Select(static one => (one.CreditId, one.QuantityRemaining, one.PlanId!))
        );
        Assert.All(grants, static one => Assert.Equal(BillingCreditGrantReason.Plan, one.GrantReason));
        Assert.All(grants, static one => Assert.True(one.RenewalEnabled));

        await AssignAsync(company.Id, planId);
        Assert.Equal([100d, 0d], (await GrantsAsync(company.Id)).Select(static one => one.QuantityRemaining));
        await AssignAsync(company.Id, null);

        grants = await GrantsAsync(company.Id);
        Assert.All(
            grants,
            static one =>
                Assert.Equal(
                    (0d, BillingCreditGrantZeroedOutReason.PlanChange, false),
                    (one.QuantityRemaining, one.ZeroedOutReason!.Value, one.RenewalEnabled)
                )
        );
    }

    [Fact]
    public async Task Two_assignments_at_once_give_once()
    {
        var (planId, _) = await PlanWithCreditsAsync(100);
        var company = await NewCompanyAsync(Unique("domain"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AssignAsync(company.Id, planId)));

        Assert.Equal(100, Assert.Single(await GrantsAsync(company.Id)).QuantityRemaining);
    }

    [Fact]
    public async Task Another_version_keeps_what_runs_begins_what_is_new_and_lets_the_rest_run_out()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewCreditAsync());
        var kept = await IncludeAsync(Included(plan.Id, credit.Id, 100));
        var removed = await IncludeAsync(Included(plan.Id, credit.Id, 50));
        await PublishAsync(plan.Id);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, plan.Id);
        await ChangeAsync(kept.Id, Changed() with { CreditAmount = 300 });
        await RemoveAsync(removed.Id);
        await IncludeAsync(Included(plan.Id, credit.Id, 9));

        await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate);

        var grants = await GrantsAsync(company.Id);
        Assert.Equal([100d, 50d, 9d], grants.Select(static one => one.QuantityRemaining));
        Assert.Equal([true, false, true], grants.Select(static one => one.RenewalEnabled));
        Assert.Equal([false, true, false], grants.Select(static one => one.ExpiresAt is not null));
        var reset = grants[1].ExpiresAt!.Value;
        await ChangeAsync(company.Id, credit.Id, reset, static _ => 0);
        Assert.Equal(
            [0d, 0d, 0d, 300d, 9d],
            (await GrantsAsync(company.Id)).Select(static one => one.QuantityRemaining)
        );
    }

    [Fact]
    public async Task What_applies_to_existing_companies_is_given_to_them_at_once()
    {
        var (planId, creditId) = await PlanWithCreditsAsync(100);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, planId);
        var body = Included(planId, creditId, 5);

        await IncludeAsync(body);
        Assert.Single(await GrantsAsync(company.Id));
        var applied = await IncludeAsync(body with { CreditAmount = 9, ApplyToExisting = true });

        Assert.Equal([100d, 9d], (await GrantsAsync(company.Id)).Select(static one => one.QuantityRemaining));
        // It is in the published version now, and in the draft that the first one made.
        Assert.Equal(
            [100L, 9L],
            (await PlanAsync(planId)).IncludedCreditGrants!.Select(static one => one.CreditAmount)
        );
        Assert.Equal(
            [9L, 5L, 100L],
            (
                await Production.PlanCreditGrants.ListAsync(
                    new PlanCreditGrantsQuery { PlanVersionId = (await PlanAsync(planId)).DraftVersion!.Id },
                    Cancellation
                )
            ).Data.Select(static one => one.CreditAmount)
        );
        await RemoveFromPublishedAsync(planId, 9);
        Assert.Equal([100d, 0d], (await GrantsAsync(company.Id)).Select(static one => one.QuantityRemaining));
        Assert.Equal(
            [100L, 5L],
            (await PublishAsync(planId)).IncludedCreditGrants!.Select(static one => one.CreditAmount)
        );
        Assert.NotNull(applied.PlanVersionId);
    }

    [Fact]
    public async Task Another_scaling_gives_the_credits_anew()
    {
        var (planId, creditId) = await PlanWithCreditsAsync(100);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, planId);
        await DrawAsync(creditId, company.Id, 30);
        await AddUsersAsync(company.Id, 3);
        var grant = Assert.Single((await PlanAsync(planId)).IncludedCreditGrants!);

        await ChangeAsync(
            grant.Id,
            Changed() with
            {
                Scaling = PlanCreditGrantScaling.PerLicense,
                LicenseId = await NewLicenseAsync(),
                CreditAmount = 20,
                ApplyToExisting = true,
            }
        );

        var grants = await GrantsAsync(company.Id);
        Assert.Equal([0d, 60d], grants.Select(static one => one.QuantityRemaining));
        Assert.Equal(BillingCreditGrantZeroedOutReason.PlanChange, grants[0].ZeroedOutReason);
    }

    [Theory]
    [InlineData(5_000, 0, 10, 50_000)]
    [InlineData(1_000, 2_000, 5, 7_000)]
    [InlineData(1_000, 2_000, 10, 12_000)]
    public async Task Credits_per_license_are_one_pool_of_all_seats(long each, long once, int seats, double pool)
    {
        var company = await SeatedAsync(each, once, seats);

        Assert.Equal(pool, Assert.Single(await GrantsAsync(company)).QuantityRemaining);
    }

    [Fact]
    public async Task The_pool_grows_and_shrinks_with_the_seats_and_never_below_what_is_used()
    {
        var company = await SeatedAsync(1_000, 2_000, 5);
        await AddUsersAsync(company, 5);
        await FollowAsync();
        var grant = Assert.Single(await GrantsAsync(company));
        Assert.Equal((12_000d, 12_000d), (grant.Quantity, grant.QuantityRemaining));

        await DrawAsync(grant.CreditId, company, 9_000);
        await RemoveUsersAsync(company, 5);
        await FollowAsync();
        grant = Assert.Single(await GrantsAsync(company));
        Assert.Equal((9_000d, 0d), (grant.QuantityUsed, grant.QuantityRemaining));

        // As many as before: what was used meanwhile is not given again.
        await AddUsersAsync(company, 5);
        await FollowAsync();
        await FollowAsync();
        Assert.Equal(3_000, Assert.Single(await GrantsAsync(company)).QuantityRemaining);
    }

    [Fact]
    public async Task Credits_are_topped_up_once_as_the_plan_says()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewPricedCreditAsync());
        await IncludeAsync(
            Included(plan.Id, credit, 100) with
            {
                AutoTopupAvailability = BillingCreditAutoTopupAvailability.Automatic,
                AutoTopupAmount = 40,
                AutoTopupThresholdPercent = 20,
            }
        );
        await PublishAsync(plan.Id);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, plan.Id);

        await DrawAsync(credit, company.Id, 79);
        Assert.Single(await GrantsAsync(company.Id));
        await DrawAsync(credit, company.Id, 1);
        await DrawAsync(credit, company.Id, 1);

        var grants = await GrantsAsync(company.Id);
        Assert.Equal(
            [(BillingCreditGrantReason.Plan, 19d), (BillingCreditGrantReason.BillingCreditAutoTopup, 40d)],
            grants.Select(static one => (one.GrantReason, one.QuantityRemaining))
        );
    }

    [Fact]
    public async Task Top_up_that_companies_control_is_off()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewPricedCreditAsync());
        await IncludeAsync(
            Included(plan.Id, credit, 100) with
            {
                AutoTopupAvailability = BillingCreditAutoTopupAvailability.UserControlled,
                AutoTopupAmount = 40,
                AutoTopupThresholdCredits = 20,
            }
        );
        await PublishAsync(plan.Id);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, plan.Id);

        await DrawAsync(credit, company.Id, 90);

        Assert.Single(await GrantsAsync(company.Id));
    }

    [Fact]
    public async Task Credits_that_are_granted_once_end_as_they_say_and_come_once()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewCreditAsync());
        await IncludeAsync(
            Included(plan.Id, credit.Id, 100) with
            {
                ResetType = BillingPlanCreditGrantResetType.NoReset,
                ExpiryType = BillingCreditExpiryType.EndOfNextBillingPeriod,
            }
        );
        await PublishAsync(plan.Id);
        var company = await NewCompanyAsync(Unique("domain"));
        await AssignAsync(company.Id, plan.Id);

        var grant = Assert.Single(await GrantsAsync(company.Id));
        var begun = grant.ValidFrom!.Value;
        var first = new DateTimeOffset(begun.Year, begun.Month, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((false, first.AddMonths(2)), (grant.RenewalEnabled, grant.ExpiresAt));
        await ChangeAsync(company.Id, credit.Id, first.AddYears(1), static _ => 0);
        Assert.Equal(0, Assert.Single(await GrantsAsync(company.Id)).QuantityRemaining);
    }

    private async Task RemoveFromPublishedAsync(string planId, long amount) =>
        await RemoveAsync(
            (await PlanAsync(planId)).IncludedCreditGrants!.Single(one => one.CreditAmount == amount).Id,
            appliesToExisting: true
        );

    private async Task<string> SeatedAsync(long each, long once, int seats)
    {
        var (plan, credit, license) = (await NewPlanAsync(), await NewCreditAsync(), await NewLicenseAsync());
        await IncludeAsync(
            Included(plan.Id, credit.Id, each) with
            {
                Scaling = PlanCreditGrantScaling.PerLicense,
                LicenseId = license,
                CompanyCreditAmount = once,
            }
        );
        await PublishAsync(plan.Id);
        var company = await NewCompanyAsync(Unique("domain"));
        await AddUsersAsync(company.Id, seats);
        await AssignAsync(company.Id, plan.Id);
        return company.Id;
    }

    private async Task RemoveUsersAsync(string companyId, int count)
    {
        var users = (
            await Production.Users.ListAsync(
                new Contracts.Users.UsersQuery { CompanyId = companyId, Limit = count },
                Cancellation
            )
        ).Data;
        foreach (var user in users)
            await Production.Users.DeleteAsync(user.Id, Cancellation);
    }

    private Task FollowAsync() => Server.Services.GetRequiredService<PlanGrantFollower>().RunAsync(Cancellation);

    private async Task<string> NewPricedCreditAsync() => (
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
        ).Data.Id;
}

public sealed class PlanCreditChangesTestsOnSqlite(SqliteApi api)
    : PlanCreditChangesTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanCreditChangesTestsOnPostgreSql(PostgreSqlApi api)
    : PlanCreditChangesTests(api),
        IClassFixture<PostgreSqlApi>;
