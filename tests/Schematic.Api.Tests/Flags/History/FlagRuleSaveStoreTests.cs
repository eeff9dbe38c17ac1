using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Flags;
using Schematic.Api.Flags.History;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Sessions;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Flags.History;

public abstract class FlagRuleSaveStoreTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task Every_save_is_kept_newest_first_with_when_why_and_what()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        var first = await SaveAsync(
            flag.Id,
            "For Acme.\nUntil May.",
            Rule("Acme", Condition(ConditionType.Company, company.Id))
        );
        var second = await SaveAsync(flag.Id, null, BackOf(first[0]) with { Value = false }, Rule("Rest"));

        var saves = await HistoryAsync(flag.Id);

        Assert.Equal([2, 1], saves.Select(static save => save.Version));
        Assert.Equal([null, "For Acme.\nUntil May."], saves.Select(static save => save.Comment));
        Assert.Equal([Text(second), Text(first)], saves.Select(static save => Text(save.Rules)));
        Assert.Equal("Acme", Assert.Single(saves[1].Rules[0].Conditions[0].Resources).Name);
        Assert.Equal([second[1].CreatedAt, first[0].CreatedAt], saves.Select(static save => save.CreatedAt));
        Assert.Equal(2, saves.Select(static save => save.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_API_key_that_saves_is_named_as_it_was_called_then()
    {
        var flag = await NewFlagAsync();
        var environment = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;
        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Deployment", EnvironmentId = environment },
                Cancellation
            )
        ).Data;
        await SaveAsync(Server.Gateway(key.Secret), flag.Id, null, Rule("Everybody"));

        await Console.ApiKeys.UpdateAsync(key.Id, new UpdateApiKeyRequestBody { Name = "Renamed" }, Cancellation);
        await Console.ApiKeys.DeleteAsync(key.Id, Cancellation);

        Assert.Equal(
            new FlagRuleSaveActor
            {
                ActorType = ActorType.ApiKey,
                Id = key.Id,
                Name = "Deployment",
            },
            Assert.Single(await HistoryAsync(flag.Id)).Actor
        );
    }

    [Fact]
    public async Task A_member_who_saves_through_the_console_is_named()
    {
        var flag = await NewFlagAsync();
        var member = await SignInAsync();
        var gateway = await ConsoleAsync(member.Token);

        await SaveAsync(gateway, flag.Id, null, Rule("Everybody"));

        Assert.Equal(
            new FlagRuleSaveActor
            {
                ActorType = ActorType.AppUser,
                Id = member.MemberId,
                Name = member.Name,
            },
            Assert.Single(await HistoryAsync(flag.Id)).Actor
        );
    }

    [Fact]
    public async Task Nobody_but_the_console_may_say_that_a_member_acts()
    {
        var flag = await NewFlagAsync();
        var member = await SignInAsync();

        await SaveAsync(Server.Gateway(Keys.Production, sessionToken: member.Token), flag.Id, null, Rule("Everybody"));

        Assert.Equal(ActorType.ApiKey, Assert.Single(await HistoryAsync(flag.Id)).Actor!.ActorType);
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_nobody_is_named()
    {
        var flag = await NewFlagAsync();

        await SaveAsync(await ConsoleAsync(null), flag.Id, null, Rule("Everybody"));

        Assert.Null(Assert.Single(await HistoryAsync(flag.Id)).Actor);
    }

    [Fact]
    public async Task Rules_that_are_what_they_were_are_no_save_whatever_the_comment()
    {
        var flag = await NewFlagAsync();
        var rules = await SaveAsync(flag.Id, "First.", Rule("Everybody"));
        var before = await Production.Flags.GetAsync(flag.Id, Cancellation);

        await SaveAsync(flag.Id, "Second.", BackOf(rules[0]));

        Assert.Equal("First.", Assert.Single(await HistoryAsync(flag.Id)).Comment);
        Assert.Equal(before.ETag, (await Production.Flags.GetAsync(flag.Id, Cancellation)).ETag);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task A_blank_comment_is_none(string comment)
    {
        var flag = await NewFlagAsync();

        await SaveAsync(flag.Id, comment, Rule("Everybody"));

        Assert.Null(Assert.Single(await HistoryAsync(flag.Id)).Comment);
    }

    [Fact]
    public async Task A_comment_has_at_most_a_thousand_characters_however_they_are_written()
    {
        var flag = await NewFlagAsync();
        var longest = string.Concat(Enumerable.Repeat("🚀", 1000));

        var sentence = await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => SaveAsync(flag.Id, longest + "!", Rule("Everybody"))
        );
        Assert.Empty(await HistoryAsync(flag.Id));
        await SaveAsync(flag.Id, longest, Rule("Everybody"));

        Assert.StartsWith("comment ", sentence, StringComparison.Ordinal);
        Assert.Equal(longest, Assert.Single(await HistoryAsync(flag.Id)).Comment);
    }

    [Fact]
    public async Task A_write_that_is_refused_or_stale_is_no_save()
    {
        var flag = await NewFlagAsync();
        var read = await Production.Flags.GetAsync(flag.Id, Cancellation);
        await SaveAsync(flag.Id, "Theirs.", Rule("Theirs"));

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => SaveAsync(flag.Id, "Wrong.", Rule("Wrong", Condition(ConditionType.Company, "comp_nosuch")))
        );
        await Assert.ThrowsAsync<GatewayException>(() =>
            Production.Flags.UpdateRulesAsync(
                flag.Id,
                Rules(Rule("Mine")) with
                {
                    Comment = "Mine.",
                },
                read.ETag,
                Cancellation
            )
        );

        Assert.Equal("Theirs.", Assert.Single(await HistoryAsync(flag.Id)).Comment);
    }

    [Fact]
    public async Task The_history_is_read_page_by_page_or_by_version()
    {
        var flag = await NewFlagAsync();
        foreach (var name in new[] { "1", "2", "3", "4", "5" })
            await SaveAsync(flag.Id, name, Rule(name));

        Assert.Equal(
            [4, 3],
            (await HistoryAsync(flag.Id, new FlagRuleSavesQuery { Limit = 2, Offset = 1 })).Select(static save =>
                save.Version
            )
        );
        Assert.Equal("3", Assert.Single(await HistoryAsync(flag.Id, new FlagRuleSavesQuery { Version = 3 })).Comment);
        Assert.Empty(await HistoryAsync(flag.Id, new FlagRuleSavesQuery { Version = 6 }));
        Assert.Equal(5, await CountAsync(Production, flag.Id));
    }

    [Fact]
    public async Task Each_environment_has_a_history_of_its_own()
    {
        var flag = await NewFlagAsync();
        await SaveAsync(flag.Id, "In production.", Rule("Production"));
        await SaveAsync(Staging, flag.Id, "In staging.", Rule("Staging"));

        Assert.Equal("In production.", Assert.Single(await HistoryAsync(flag.Id)).Comment);
        var elsewhere = Assert.Single(
            (await Staging.Flags.ListRuleSavesAsync(flag.Id, new FlagRuleSavesQuery(), Cancellation)).Data
        );
        Assert.Equal(("In staging.", 1), (elsewhere.Comment, elsewhere.Version));
        Assert.Equal(0, await CountAsync(await EmptyEnvironmentAsync(), flag.Id));
    }

    [Fact]
    public async Task A_flag_that_does_not_exist_has_none()
    {
        await RefusedAsync(HttpStatusCode.NotFound, () => HistoryAsync("flag_nosuch"));
        await RefusedAsync(HttpStatusCode.NotFound, () => CountAsync(Production, "flag_nosuch"));
    }

    [Fact]
    public async Task What_a_rule_named_and_is_gone_stays_named_by_its_id()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        await SaveAsync(flag.Id, null, Rule("Acme", Condition(ConditionType.Company, company.Id)));

        await Production.Companies.DeleteAsync(company.Id, Cancellation);

        var condition = Assert.Single(await HistoryAsync(flag.Id)).Rules[0].Conditions[0];
        Assert.Equal([company.Id], condition.ResourceIds);
        Assert.Empty(condition.Resources);
    }

    [Fact]
    public async Task Rules_from_before_saves_were_kept_are_saved_on_as_ever()
    {
        var flag = await NewFlagAsync();
        await SaveAsync(flag.Id, null, Rule("Before"));
        await Server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                (db, token) =>
                {
                    var flags = db.Flags;
                    return db
                        .FlagRuleSaves.IgnoreQueryFilters()
                        .Where(row => flags.Any(known => known.Seq == row.FlagSeq && known.Id == flag.Id))
                        .ExecuteDeleteAsync(token);
                },
                Cancellation
            );
        Assert.Empty(await HistoryAsync(flag.Id));

        await SaveAsync(flag.Id, null, Rule("After"));

        Assert.Equal(2, Assert.Single(await HistoryAsync(flag.Id)).Version);
    }

    [Fact]
    public async Task Deleting_a_flag_takes_its_history_along()
    {
        var flag = await NewFlagAsync();
        var mark = Unique("mark");
        await SaveAsync(flag.Id, mark, Rule("Everybody"));

        await Production.Flags.DeleteAsync(flag.Id, Cancellation);

        Assert.DoesNotContain(await TableDump.OfAsync(Server), row => row.Contains(mark, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_each_has_a_version()
    {
        var flag = await NewFlagAsync();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => SaveAsync(flag.Id, $"Comment {i}", Rule($"Rule {i}"))));

        var saves = await HistoryAsync(flag.Id);
        Assert.Equal(
            Enumerable.Range(1, 16).Reverse().Select(static version => (long)version),
            saves.Select(static save => save.Version)
        );
        Assert.All(
            saves,
            static save =>
                Assert.Equal(save.Comment!["Comment ".Length..], Assert.Single(save.Rules).Name["Rule ".Length..])
        );
        Assert.Equal(
            Assert.Single((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules).Name,
            saves[0].Rules[0].Name
        );
    }

    private Task<IReadOnlyList<RuleDetailResponseData>> SaveAsync(
        string flagId,
        string? comment,
        params CreateOrUpdateRuleRequestBody[] rules
    ) => SaveAsync(Production, flagId, comment, rules);

    private static async Task<IReadOnlyList<RuleDetailResponseData>> SaveAsync(
        SchematicGateway gateway,
        string flagId,
        string? comment,
        params CreateOrUpdateRuleRequestBody[] rules
    ) =>
        (await gateway.Flags.UpdateRulesAsync(flagId, Rules(rules) with { Comment = comment }, null, Cancellation))
            .Data
            .Rules;

    private async Task<IReadOnlyList<FlagRuleSaveResponseData>> HistoryAsync(
        string flagId,
        FlagRuleSavesQuery? query = null
    ) => (await Production.Flags.ListRuleSavesAsync(flagId, query ?? new FlagRuleSavesQuery(), Cancellation)).Data;

    private static async Task<long> CountAsync(SchematicGateway gateway, string flagId) =>
        (await gateway.Flags.CountRuleSavesAsync(flagId, new FlagRuleSavesQuery(), Cancellation)).Data.Count;

    private async Task<SessionResponseData> SignInAsync() =>
        (
            await Console.Sessions.SignInAsync(
                new SignInRequestBody { Email = Admin.Email, Password = Admin.Password },
                Cancellation
            )
        ).Data;

    private async Task<SchematicGateway> ConsoleAsync(string? sessionToken) =>
        Server.Gateway(
            Keys.Console,
            (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId,
            sessionToken
        );

    private static string Text(IReadOnlyList<RuleDetailResponseData> rules) => JsonSerializer.Serialize(rules);
}

public sealed class FlagRuleSaveStoreTestsOnSqlite(SqliteApi api)
    : FlagRuleSaveStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class FlagRuleSaveStoreTestsOnPostgreSql(PostgreSqlApi api)
    : FlagRuleSaveStoreTests(api),
        IClassFixture<PostgreSqlApi>;
