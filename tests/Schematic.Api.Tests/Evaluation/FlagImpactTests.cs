using System.Net;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Whose verdict would change if rules were saved.</summary>
public abstract class FlagImpactTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task Who_gains_and_who_loses_is_counted_listed_and_explained()
    {
        var gateway = await EmptyEnvironmentAsync();
        var seats = await NewTraitAsync(TraitType.Number);
        var flag = await NewFlagAsync();
        var companies = new List<CompanyDetailResponseData>();
        foreach (var number in new[] { 1, 5, 10, 20 })
        {
            var company = await NewCompanyAsync(gateway);
            await gateway.Companies.UpsertTraitAsync(new UpsertTraitRequestBody { Keys = new Dictionary<string, string> { ["id"] = company.Id }, Trait = seats.Hierarchy[0], Set = $"{number}" }, Cancellation);
            companies.Add(company);
        }

        await gateway.Flags.UpdateRulesAsync(flag.Id, Rules(Rule("At most five", OnTrait(seats.Id, "5", ComparableOperator.Lte))), null, Cancellation);

        var impact = (await gateway.Flags.ImpactAsync(flag.Id, new FlagImpactRequestBody { Rules = [Rule("Five and more", OnTrait(seats.Id, "5", ComparableOperator.Gte))] }, Cancellation)).Data;

        Assert.Equal((4, 4, 2, 1, null), (impact.Total, impact.Examined, impact.Gained, impact.Lost, impact.NextCursor));
        Assert.Equal([(companies[3].Id, true), (companies[2].Id, true), (companies[0].Id, false)], impact.Changes.Select(static change => (change.Id, change.After)));
        Assert.StartsWith("Matched standard rule \"At most five\"", impact.Changes[2].ReasonBefore, StringComparison.Ordinal);
        Assert.Equal("No rules matched; default value for flag", impact.Changes[2].ReasonAfter);
    }

    [Fact]
    public async Task More_changes_than_asked_for_are_counted_and_not_listed()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        for (var i = 0; i < 5; i++)
            await NewCompanyAsync(gateway);

        var impact = (await gateway.Flags.ImpactAsync(flag.Id, new FlagImpactRequestBody { Rules = [Rule("All")], Limit = 2 }, Cancellation)).Data;

        Assert.Equal((5, 2), (impact.Gained, impact.Changes.Count));
    }

    [Fact]
    public async Task Saving_what_is_there_changes_nobody()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync(gateway);
        var rules = (await gateway.Flags.UpdateRulesAsync(flag.Id, Rules(Rule("Acme", Condition(ConditionType.Company, company.Id))), null, Cancellation)).Data.Rules;

        var impact = (await gateway.Flags.ImpactAsync(flag.Id, new FlagImpactRequestBody { Rules = [.. rules.Select(BackOf)] }, Cancellation)).Data;

        Assert.Equal((1, 0, 0), (impact.Examined, impact.Gained, impact.Lost));
    }

    [Fact]
    public async Task A_cursor_goes_on_where_the_answer_before_left_off()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        for (var i = 0; i < 3; i++)
            await NewCompanyAsync(gateway);
        var body = new FlagImpactRequestBody { Rules = [Rule("All")] };

        var beyond = (await gateway.Flags.ImpactAsync(flag.Id, body with { Cursor = "1" }, Cancellation)).Data;

        Assert.Equal((3, 0), (beyond.Total, beyond.Examined));
        await RefusedAsync(HttpStatusCode.BadRequest, () => gateway.Flags.ImpactAsync(flag.Id, body with { Cursor = "-1" }, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => gateway.Flags.ImpactAsync("flag_nobody", body, Cancellation));
    }
}

public sealed class FlagImpactTestsOnSqlite(SqliteApi api) : FlagImpactTests(api), IClassFixture<SqliteApi>;

public sealed class FlagImpactTestsOnPostgreSql(PostgreSqlApi api) : FlagImpactTests(api), IClassFixture<PostgreSqlApi>;
