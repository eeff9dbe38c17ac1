using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Credits.PlanGrants;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.PlanGrants;

/// <summary>More companies than are given credits in the transaction of a change.</summary>
public abstract class PlanGrantRolloutTests(ApiFixture api) : PlanGrantTopic(api)
{
    private const int Many = (2 * PlanGrantRollout.MaxCompanies) + 10;

    [Fact]
    public async Task Every_company_of_a_plan_is_given_its_credits_once()
    {
        var (plan, credit) = (
            await SoldPlanAsync(PlanType.Plan, (await NewFeatureAsync(), null)),
            await NewCreditAsync()
        );
        var like = await NewCompanyAsync(Unique("like"));
        await new ManyCompanies(Server).AddAsync(Many, like.Id, plan.ActiveVersion!.Id, Cancellation);
        var follower = Server.Services.GetRequiredService<PlanGrantFollower>();

        var grant = await IncludeAsync(Included(plan.Id, credit.Id, 7) with { ApplyToExisting = true });
        Assert.InRange(await CountAsync(credit.Id), PlanGrantRollout.MaxCompanies, Many);
        // Two instances at once.
        await Task.WhenAll(follower.RunAsync(Cancellation), follower.RunAsync(Cancellation));
        await follower.RunAsync(Cancellation);

        Assert.Equal(Many, await CountAsync(credit.Id));
        Assert.Equal(7, (await BalanceAsync(ManyCompanies.IdOf(1))).Remaining);
        Assert.Equal(7, (await BalanceAsync(ManyCompanies.IdOf(Many))).Remaining);

        await ChangeAsync(grant.Id, Changed() with { CreditAmount = 9, ApplyToExisting = true });
        await follower.RunAsync(Cancellation);
        await RemoveAsync((await PlanAsync(plan.Id)).IncludedCreditGrants!.Single().Id, appliesToExisting: true);
        await follower.RunAsync(Cancellation);

        Assert.Equal(0, (await BalanceAsync(ManyCompanies.IdOf(Many))).Remaining);
        Assert.Equal(0, (await Production.CompanyCredits.RunSelfCheckAsync(Cancellation)).Data.DifferenceCount);
    }

    private async Task<long> CountAsync(string creditId) =>
        (await Production.CompanyCredits.CountGrantsAsync(new CreditGrantsQuery { CreditId = creditId }, Cancellation))
            .Data
            .Count;
}

public sealed class PlanGrantRolloutTestsOnSqlite(SqliteApi api) : PlanGrantRolloutTests(api), IClassFixture<SqliteApi>;

public sealed class PlanGrantRolloutTestsOnPostgreSql(PostgreSqlApi api)
    : PlanGrantRolloutTests(api),
        IClassFixture<PostgreSqlApi>;
