using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>Statements on PostgreSQL; those of SQLite are the same ones.</summary>
public sealed class CompanyStandingTests(PostgreSqlApi api) : PlanTopic(api), IClassFixture<PostgreSqlApi>
{
    private const int Companies = 50;

    [Fact]
    public async Task Companies_with_plans_take_as_many_statements_however_many_are_shown()
    {
        var (counted, boolean) = (await NewFeatureAsync("call"), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (counted, 10), (boolean, null));
        var addOn = await SoldPlanAsync(PlanType.AddOn, (counted, 20));
        var companyId = "";
        for (var i = 0; i < Companies; i++)
        {
            var domain = Unique("acme");
            var company = await NewCompanyAsync(domain);
            companyId = company.Id;
            await AssignAsync(company.Id, plan.Id, addOn.Id);
            await OverrideAsync(company, counted, 30);
            await SendAsync(Production, Track("call", domain));
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = Unique("user") },
                    Company = new Dictionary<string, string> { ["domain"] = domain },
                },
                Cancellation
            );
        }

        await SameAsync("/companies?", 10);
        await SameAsync($"/companies?plan_id={plan.Id}&", 11);
        await SameAsync($"/companies?with_entitlement_for={counted.Id}&without_feature_override_for={boolean.Id}&", 11);
        await SameAsync($"/feature-companies?feature_id={counted.Id}&", 20);
        await SameAsync($"/feature-users?feature_id={counted.Id}&", 20);
        Assert.InRange(await CountAsync($"/companies/{companyId}", null), 1, 10);
        Assert.InRange(await CountAsync($"/feature-usage?company_id={companyId}", 2), 1, 14);
    }

    /// <summary>Fails unless a page of one and one of fifty take as many statements, and at most this many.</summary>
    private async Task SameAsync(string path, int most)
    {
        var one = await CountAsync($"{path}limit=1", 1);
        Assert.Equal((path, one), (path, await CountAsync($"{path}limit=50", Companies)));
        Assert.InRange(one, 1, most);
    }

    private async Task<int> CountAsync(string path, int? rows)
    {
        // Flags and plans are read once, and held.
        await SendAsync("GET", path);
        using var statements = new StatementCounter();
        var answer = await SendAsync("GET", path);
        Assert.True(rows is null || answer.Data.GetArrayLength() == rows, $"{path}: {answer.Text}");
        return statements.Count;
    }
}
