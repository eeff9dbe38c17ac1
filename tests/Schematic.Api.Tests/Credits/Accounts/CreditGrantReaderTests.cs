using Schematic.Api.Tests.Credits.PlanGrants;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditGrantReaderTests(ApiFixture api) : PlanGrantTopic(api)
{
    [Fact]
    public async Task Grants_between_which_credits_rolled_over_name_each_other()
    {
        var (plan, credit) = (await NewPlanAsync(), await NewCreditAsync());
        await IncludeAsync(Included(plan.Id, credit.Id, 100) with { RolloverPercentage = 50 });
        await PublishAsync(plan.Id);
        var (company, other) = (await NewCompanyAsync(Unique("domain")), await NewCompanyAsync(Unique("other")));
        await AssignAsync(company.Id, plan.Id);
        await AssignAsync(other.Id, plan.Id);
        var begun = Assert.Single(await GrantsAsync(company.Id)).ValidFrom!.Value;
        var reset = new DateTimeOffset(begun.Year, begun.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);

        await ChangeAsync(company.Id, credit.Id, reset, static _ => 0);

        var grants = await GrantsAsync(company.Id);
        var rolledOver = grants.Single(static one => one.GrantReason == BillingCreditGrantReason.Rollover);
        var source = grants.Single(one => one.Id == rolledOver.SourceGrantId);
        var @out = Assert.Single(source.Transfers!);
        var @in = Assert.Single(rolledOver.Transfers!);
        Assert.Equal(("out", rolledOver.Id, 50d), (@out.Direction, @out.RelatedGrantId, @out.Amount));
        Assert.Equal(("in", source.Id, 50d), (@in.Direction, @in.RelatedGrantId, @in.Amount));
        Assert.Equal((@out.Id, reset), (@in.Id, @in.CreatedAt));
        Assert.All(grants.Except([source, rolledOver]), static one => Assert.Null(one.Transfers));
        // Grants are numbered for each company: the other's first is nobody's source.
        Assert.Null(Assert.Single(await GrantsAsync(other.Id)).Transfers);
    }

    [Fact]
    public async Task Grants_of_several_companies_have_the_names_of_each()
    {
        var (credit, first, second) = (
            await NewCreditAsync(),
            await NewCompanyAsync(Unique("first")),
            await NewCompanyAsync(Unique("second"))
        );
        var bundle = await NewBundleAsync(credit.Id);
        var given = await GrantAsync(Grant(first.Id, credit.Id, 5) with { Note = "For the outage." });
        var sold = await GrantAsync(
            Grant(second.Id, credit.Id, 100) with
            {
                Reason = BillingCreditGrantReason.Purchased,
                CreditBundleId = bundle.Id,
            }
        );

        var grants = (
            await Production.CompanyCredits.ListGrantsAsync(
                new CreditGrantsQuery { CreditId = credit.Id },
                Cancellation
            )
        ).Data;

        Assert.Equal(
            [(sold.Id, second.Name, bundle.Name, null), (given.Id, first.Name, "Gift", "For the outage.")],
            grants.Select(static one => (one.Id, one.CompanyName, one.SourceLabel, one.Note))
        );
        Assert.All(grants, one => Assert.Equal((credit.Id, credit.Name), (one.CreditId, one.CreditName)));
    }
}

public sealed class CreditGrantReaderTestsOnSqlite(SqliteApi api)
    : CreditGrantReaderTests(api),
        IClassFixture<SqliteApi>;

public sealed class CreditGrantReaderTestsOnPostgreSql(PostgreSqlApi api)
    : CreditGrantReaderTests(api),
        IClassFixture<PostgreSqlApi>;
