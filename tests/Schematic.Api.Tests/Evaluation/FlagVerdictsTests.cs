using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Evaluation;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>The list of all flags with their verdict for one company and user.</summary>
public abstract class FlagVerdictsTests(ApiFixture api) : FlagTopic(api)
{
    private readonly string _mark = Unique("mark");

    [Fact]
    public async Task Each_flag_has_the_verdict_and_the_reason_that_a_check_gives()
    {
        var company = await NewCompanyAsync();
        var (on, off) = (await NewFlagAsync($"{_mark}-on"), await NewFlagAsync($"{_mark}-off"));
        await WriteAsync(on.Id, Rule("Acme", Condition(ConditionType.Company, company.Id)));

        var verdicts = await ListAsync(Query(company.Id));

        var check = await Production.Flags.CheckAsync(
            on.Key,
            new CheckFlagRequestBody { Company = Id(company.Id) },
            Cancellation
        );
        Assert.Equal([(off.Id, false), (on.Id, true)], verdicts.Select(static one => (one.FlagId, one.Value)));
        Assert.Equal(
            (on.Key, on.Name, check.Data.Reason, RuleType.Standard),
            (verdicts[1].Key, verdicts[1].Name, verdicts[1].Reason, verdicts[1].RuleType)
        );
    }

    [Fact]
    public async Task A_user_counts_beside_the_company()
    {
        var (company, user) = (await NewCompanyAsync(), await NewUserAsync());
        var flag = await NewFlagAsync(_mark);
        await WriteAsync(flag.Id, Rule("Ada", Condition(ConditionType.User, user.Id)));

        Assert.False(Assert.Single(await ListAsync(Query(company.Id))).Value);
        Assert.True(Assert.Single(await ListAsync(Query(company.Id) with { UserId = user.Id })).Value);
    }

    [Fact]
    public async Task Filtering_paging_and_counting_agree()
    {
        var company = await NewCompanyAsync();
        var keys = Enumerable.Range(0, 4).Select(number => $"{_mark}-{number}").ToList();
        foreach (var key in keys)
        {
            var flag = await NewFlagAsync(key);
            if (key != keys[2])
                await WriteAsync(flag.Id, Rule("All"));
        }

        var on = Query(company.Id) with { Value = true };

        Assert.Equal([keys[0], keys[1], keys[3]], (await ListAsync(on)).Select(static one => one.Key));
        Assert.Equal([keys[3]], (await ListAsync(on with { Limit = 2, Offset = 2 })).Select(static one => one.Key));
        Assert.Equal([keys[2]], (await ListAsync(on with { Value = false })).Select(static one => one.Key));
        Assert.Equal((3, 1), (await CountAsync(on), await CountAsync(on with { Value = false })));
    }

    [Fact]
    public async Task The_flag_that_is_named_exactly_comes_first()
    {
        var company = await NewCompanyAsync();
        await NewFlagAsync($"a-{_mark}");
        var named = await NewFlagAsync(_mark);
        await NewFlagAsync($"{_mark}-b");

        var verdicts = await ListAsync(Query(company.Id));

        Assert.Equal(3, verdicts.Count);
        Assert.Equal(named.Id, verdicts[0].FlagId);
        Assert.Equal(named.Id, Assert.Single(await ListAsync(Query(company.Id) with { Q = named.Id })).FlagId);
    }

    [Fact]
    public async Task Looking_at_the_list_checks_nothing()
    {
        var company = await NewCompanyAsync();
        var flag = await NewFlagAsync(_mark);

        await ListAsync(Query(company.Id));
        await Server.Services.GetRequiredService<CheckRecorder>().FlushAsync(Cancellation);

        Assert.Null((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.LastCheckedAt);
    }

    [Fact]
    public async Task A_company_that_does_not_exist_is_refused()
    {
        await RefusedAsync(HttpStatusCode.NotFound, () => ListAsync(Query("comp_none")));
        await RefusedAsync(HttpStatusCode.NotFound, () => ListAsync(new FlagVerdictsQuery { UserId = "user_none" }));
    }

    private static Dictionary<string, string> Id(string id) => new() { ["id"] = id };

    private FlagVerdictsQuery Query(string companyId) => new() { CompanyId = companyId, Q = _mark };

    private async Task<IReadOnlyList<FlagVerdictResponseData>> ListAsync(FlagVerdictsQuery query) =>
        (await Production.FlagVerdicts.ListAsync(query, Cancellation)).Data;

    private async Task<long> CountAsync(FlagVerdictsQuery query) =>
        (await Production.FlagVerdicts.CountAsync(query, Cancellation)).Data.Count;
}

public sealed class FlagVerdictsTestsOnSqlite(SqliteApi api) : FlagVerdictsTests(api), IClassFixture<SqliteApi>;

public sealed class FlagVerdictsTestsOnPostgreSql(PostgreSqlApi api)
    : FlagVerdictsTests(api),
        IClassFixture<PostgreSqlApi>;
