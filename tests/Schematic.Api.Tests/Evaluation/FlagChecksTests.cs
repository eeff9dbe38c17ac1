using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Rules;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Checks over HTTP: what they answer, and that they see every change at once.</summary>
public abstract class FlagChecksTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task A_check_says_what_the_flag_is_for_whom_and_why()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        var rule = (await WriteAsync(flag.Id, Rule("Early birds", Condition(ConditionType.Company, company.Id))))[0];

        var check = await CheckAsync(flag.Key, company.Id);

        Assert.Equal(
            (flag.Key, flag.Id, true, rule.Id, RuleType.Standard, company.Id),
            (check.Flag, check.FlagId, check.Value, check.RuleId, check.RuleType, check.CompanyId)
        );
        Assert.Equal($"Matched standard rule \"Early birds\" ({rule.Id})", check.Reason);
        Assert.Null(check.Error);
    }

    [Fact]
    public async Task A_flag_that_does_not_exist_is_false_and_no_error()
    {
        var answer = await SendAsync("POST", $"/flags/{Unique("nosuch")}/check", "{}");

        Assert.Equal(
            (HttpStatusCode.OK, false, "Flag not found"),
            (
                answer.Status,
                answer.Data.GetProperty("value").GetBoolean(),
                answer.Data.GetProperty("reason").GetString()
            )
        );
        Assert.Equal(JsonValueKind.Null, answer.Data.GetProperty("error").ValueKind);
    }

    [Theory]
    [InlineData("""{}""", "No company or user context; default value for flag")]
    [InlineData("""{"company":{}}""", "No company or user context; default value for flag")]
    [InlineData("""{"company":{"domain":"nobody has this"}}""", "Company not found")]
    [InlineData("""{"user":{"email":"nobody has this"}}""", "User not found")]
    [InlineData("""{"company":{"id":"comp_nobody"}}""", "Company not found")]
    public async Task Without_a_match_the_default_decides_and_the_reason_says_what_is_missing(
        string body,
        string reason
    )
    {
        var flag = await NewFlagAsync();

        var answer = await SendAsync("POST", $"/flags/{flag.Key}/check", body);

        Assert.Equal((HttpStatusCode.OK, reason), (answer.Status, answer.Data.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Keys_of_different_companies_are_refused()
    {
        var (one, other) = (await NewCompanyAsync(), await NewCompanyAsync());
        var flag = await NewFlagAsync();
        await Production.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Keys = new Dictionary<string, string> { ["id"] = other.Id, ["crm"] = other.Id },
            },
            Cancellation
        );
        var keys = new Dictionary<string, string> { ["id"] = one.Id, ["crm"] = other.Id };

        var error = await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody { Company = keys }, Cancellation)
        );

        Assert.Contains(one.Id, error, StringComparison.Ordinal);
        Assert.Contains(other.Id, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"preflight":{"usage":-1}}""", "usage")]
    [InlineData("""{"preflight":{"event_usage":{"event_subtype":"x","quantity":-1}}}""", "quantity")]
    [InlineData("""{"preflight":{"credit_cost":{"bilcr_1":-0.5}}}""", "credit_cost")]
    public async Task A_negative_preflight_is_refused(string body, string field)
    {
        var flag = await NewFlagAsync();

        var answer = await SendAsync("POST", $"/flags/{flag.Key}/check", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(field, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_usage_counts_on_top_of_a_number()
    {
        var (flag, company, seats) = (
            await NewFlagAsync(),
            await NewCompanyAsync(),
            await NewTraitAsync(TraitType.Number)
        );
        await SetTraitAsync(company.Id, seats, "8");
        await WriteAsync(flag.Id, Rule("Up to ten", OnTrait(seats.Id, "10", ComparableOperator.Lte)));

        Assert.True((await CheckAsync(flag.Key, company.Id)).Value);
        Assert.True((await CheckAsync(flag.Key, company.Id, new PreflightRequestBody { Usage = 2 })).Value);
        Assert.False((await CheckAsync(flag.Key, company.Id, new PreflightRequestBody { Usage = 3 })).Value);
    }

    [Fact]
    public async Task Every_change_is_seen_by_the_next_check()
    {
        var (flag, company, seats) = (
            await NewFlagAsync(),
            await NewCompanyAsync(),
            await NewTraitAsync(TraitType.Number)
        );
        Task<bool> ValueAsync() => ValueOfAsync(flag.Key, company.Id);
        Assert.False(await ValueAsync());

        await WriteAsync(flag.Id, Rule("Ten", OnTrait(seats.Id, "10", ComparableOperator.Gte)));
        Assert.False(await ValueAsync());
        await SetTraitAsync(company.Id, seats, "10");
        Assert.True(await ValueAsync());
        await SetTraitAsync(company.Id, seats, "9");
        Assert.False(await ValueAsync());
        // As a text "9" is more than "10".
        await Production.Entities.UpdateTraitDefinitionAsync(
            seats.Id,
            new UpdateEntityTraitDefinitionRequestBody { TraitType = TraitType.String },
            Cancellation
        );
        Assert.True(await ValueAsync());
        await Production.Entities.DeleteTraitDefinitionAsync(seats.Id, Cancellation);
        Assert.False(await ValueAsync());
        await WriteAsync(flag.Id);
        await Production.Flags.UpdateAsync(
            flag.Id,
            FlagBody(flag.Key) with
            {
                DefaultValue = true,
            },
            null,
            Cancellation
        );
        Assert.True(await ValueAsync());
        await Production.Companies.DeleteAsync(company.Id, Cancellation);
        Assert.Equal("Company not found", (await CheckAsync(flag.Key, company.Id)).Reason);
        await Production.Flags.DeleteAsync(flag.Id, Cancellation);
        Assert.Equal("Flag not found", (await CheckAsync(flag.Key, company.Id)).Reason);
        await NewFlagAsync(flag.Key);
        Assert.NotEqual("Flag not found", (await CheckAsync(flag.Key, company.Id)).Reason);
    }

    [Fact]
    public async Task A_key_that_goes_to_another_company_is_found_there_at_once()
    {
        var flag = await NewFlagAsync();
        var (one, other) = (await NewCompanyAsync(), await NewCompanyAsync());
        var keys = new Dictionary<string, string> { ["crm"] = Unique("crm") };
        Task GiveAsync(CompanyDetailResponseData company) =>
            Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Id = company.Id, Keys = keys },
                Cancellation
            );
        async Task<string?> FoundAsync() =>
            (await Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody { Company = keys }, Cancellation))
                .Data
                .CompanyId;

        Assert.Null(await FoundAsync());
        await GiveAsync(one);
        Assert.Equal(one.Id, await FoundAsync());
        await Production.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Id = one.Id,
                Keys = new Dictionary<string, string>(),
                RemoveKeys = ["crm"],
            },
            Cancellation
        );
        Assert.Null(await FoundAsync());
        await GiveAsync(other);
        Assert.Equal(other.Id, await FoundAsync());
    }

    // Each writer checks right after its own write, while the others make the company's facts old all the time.
    [Fact]
    public async Task A_writer_sees_its_own_write_whoever_else_writes()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        var traits = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewTraitAsync(TraitType.String)));
        await WriteAsync(
            flag.Id,
            [
                .. traits.Select(
                    (trait, index) => Rule($"Writer {index}", OnTrait(trait.Id, "on")) with { Priority = index }
                ),
            ]
        );

        await Task.WhenAll(
            traits.Select(
                async (trait, index) =>
                {
                    for (var round = 0; round < 15; round++)
                    {
                        await SetTraitAsync(company.Id, trait, "on");
                        var on = await Production.Flags.ExplainAsync(
                            flag.Key,
                            new ExplainFlagRequestBody
                            {
                                Company = new Dictionary<string, string> { ["id"] = company.Id },
                            },
                            Cancellation
                        );
                        Assert.True(on.Data.Check.Value);
                        Assert.True(await ValueOfAsync(flag.Key, company.Id), $"writer {index}, round {round}");
                    }
                }
            )
        );
    }

    [Fact]
    public async Task All_flags_are_checked_at_once_by_key_for_one_and_for_many()
    {
        var (flag, other, company) = (await NewFlagAsync(), await NewFlagAsync(), await NewCompanyAsync());
        await WriteAsync(flag.Id, Rule("Acme", Condition(ConditionType.Company, company.Id)));
        var context = new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company.Id } };

        var one = (await Production.Flags.CheckAllAsync(context, Cancellation)).Data.Flags;
        var many = (
            await Production.Flags.CheckBulkAsync(
                new CheckFlagsBulkRequestBody { Contexts = [context, new CheckFlagRequestBody()] },
                Cancellation
            )
        )
            .Data
            .Data;

        Assert.Equal(
            one.Select(static check => check.Flag).Order(StringComparer.Ordinal),
            one.Select(static check => check.Flag)
        );
        Assert.True(one.Single(check => check.Flag == flag.Key).Value);
        Assert.False(one.Single(check => check.Flag == other.Key).Value);
        Assert.True(many[0].Flags.Single(check => check.Flag == flag.Key).Value);
        Assert.False(many[1].Flags.Single(check => check.Flag == flag.Key).Value);
    }

    [Fact]
    public async Task Checks_are_sent_to_the_letter_in_the_form_of_their_contracts()
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());
        await WriteAsync(flag.Id, Rule("Acme \"é\" <b>", Condition(ConditionType.Company, company.Id)));
        var context = $$$"""{"company":{"id":"{{{company.Id}}}"}}""";

        await HasFormAsync<CheckFlagResponseData>($"/flags/{flag.Key}/check", context);
        await HasFormAsync<CheckFlagResponseData>("/flags/no%20such%20%22flag%22/check", "{}");
        await HasFormAsync<CheckFlagsResponseData>("/flags/check", context);
        await HasFormAsync<CheckFlagsBulkResponseData>(
            "/flags/check-bulk",
            $$$"""{"contexts":[{{{context}}},{},{"user":{"id":"nobody"}}]}"""
        );
    }

    // Nothing that can be stored makes the evaluation throw, so the test takes something away that it cannot do
    // without.
    [Fact]
    public async Task An_evaluation_that_throws_answers_the_default_and_says_so()
    {
        var flag = await NewFlagAsync();
        await Production.Flags.UpdateAsync(
            flag.Id,
            FlagBody(flag.Key) with
            {
                DefaultValue = true,
            },
            null,
            Cancellation
        );
        var environment = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;
        var snapshot = await Server
            .Services.GetRequiredService<FlagSnapshots>()
            .OfAsync(Server.Services.GetRequiredService<KeyCache>().FindEnvironment(environment)!.Seq, Cancellation);
        typeof(PreparedFlag)
            .GetField($"<{nameof(PreparedFlag.Rules)}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!
            .SetValue(snapshot.Find(flag.Key)!.Prepared, null);

        var one = (await Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody(), Cancellation)).Data;
        var all = (await Production.Flags.CheckAllAsync(new CheckFlagRequestBody(), Cancellation)).Data.Flags;

        Assert.Equal(
            (true, flag.Id, "The evaluation failed; default value for flag", one.Reason),
            (one.Value, one.FlagId, one.Reason, one.Error)
        );
        Assert.Equal(one, all.Single(check => check.Flag == flag.Key));
        Assert.Contains(all, static check => check.Error is null);
    }

    [Fact]
    public async Task Rules_hold_in_their_environment_only()
    {
        var flag = await NewFlagAsync();
        await WriteAsync(flag.Id, Rule("All"));

        Assert.True((await Production.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody(), Cancellation)).Data.Value);
        Assert.False((await Staging.Flags.CheckAsync(flag.Key, new CheckFlagRequestBody(), Cancellation)).Data.Value);
    }

    [Fact]
    public async Task A_browser_may_check_from_any_origin_with_a_publishable_key()
    {
        var flag = await NewFlagAsync();
        var environment = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;
        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Browser", EnvironmentId = environment },
                Cancellation
            )
        ).Data;
        using var http = Server.Http();
        using var ask = new HttpRequestMessage(HttpMethod.Options, $"/flags/{flag.Key}/check");
        ask.Headers.Add("Origin", "https://app.example");
        ask.Headers.Add("Access-Control-Request-Method", "POST");
        ask.Headers.Add("Access-Control-Request-Headers", "x-schematic-api-key,content-type");
        using var check = new HttpRequestMessage(HttpMethod.Post, $"/flags/{flag.Key}/check")
        {
            Content = new StringContent("{}"),
        };
        check.Headers.Add("Origin", "https://app.example");
        check.Headers.Add("X-Schematic-Api-Key", key.Id);
        using var list = new HttpRequestMessage(HttpMethod.Get, "/flags");
        list.Headers.Add("Origin", "https://app.example");
        list.Headers.Add("X-Schematic-Api-Key", Keys.Production);

        using var allowed = await http.SendAsync(ask, Cancellation);
        using var answer = await http.SendAsync(check, Cancellation);
        using var other = await http.SendAsync(list, Cancellation);

        Assert.True(allowed.IsSuccessStatusCode);
        Assert.Equal("*", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task HasFormAsync<T>(string path, string body)
    {
        using var http = Server.Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.Add("X-Schematic-Api-Key", Keys.Production);

        using var answer = await http.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            JsonSerializer.Serialize(JsonSerializer.Deserialize<Envelope<T>>(text, WireJson.Strict), WireJson.Strict),
            text
        );
    }

    protected async Task<CheckFlagResponseData> CheckAsync(
        string key,
        string companyId,
        PreflightRequestBody? preflight = null
    ) =>
        (
            await Production.Flags.CheckAsync(
                key,
                new CheckFlagRequestBody
                {
                    Company = new Dictionary<string, string> { ["id"] = companyId },
                    Preflight = preflight,
                },
                Cancellation
            )
        ).Data;

    protected async Task<bool> ValueOfAsync(string key, string companyId) => (await CheckAsync(key, companyId)).Value;

    protected Task SetTraitAsync(string companyId, EntityTraitDefinitionResponseData trait, string value) =>
        Production.Companies.UpsertTraitAsync(
            new UpsertTraitRequestBody
            {
                Keys = new Dictionary<string, string> { ["id"] = companyId },
                Trait = trait.Hierarchy[0],
                Set = value,
            },
            Cancellation
        );
}

public sealed class FlagChecksTestsOnSqlite(SqliteApi api) : FlagChecksTests(api), IClassFixture<SqliteApi>;

public sealed class FlagChecksTestsOnPostgreSql(PostgreSqlApi api) : FlagChecksTests(api), IClassFixture<PostgreSqlApi>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Another_instance_sees_a_change_within_a_second()
    {
        var connection = Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString;
        await using var other = await ApiServer.StartAsync(
            DatabaseProvider.PostgreSql,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["ConnectionStrings:Schematic"] = connection },
            }
        );
        var (flag, company, seats) = (
            await NewFlagAsync(),
            await NewCompanyAsync(),
            await NewTraitAsync(TraitType.Number)
        );
        var there = other.Gateway().Flags;
        async Task<bool> ThereAsync() =>
            (
                await there.CheckAsync(
                    flag.Key,
                    new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company.Id } },
                    Cancellation
                )
            )
                .Data
                .Value;
        Assert.False(await ThereAsync());

        await WriteAsync(flag.Id, Rule("Ten", OnTrait(seats.Id, "10", ComparableOperator.Gte)));
        await SetTraitAsync(company.Id, seats, "10");
        await Poll.UntilAsync(
            "the other instance to see the rule and the trait",
            Second,
            async () => await ThereAsync() ? null : "not yet",
            Cancellation
        );
        await SetTraitAsync(company.Id, seats, "9");
        await Poll.UntilAsync(
            "the other instance to see the trait's new value",
            Second,
            async () => await ThereAsync() ? "not yet" : null,
            Cancellation
        );
        await WriteAsync(flag.Id, Rule("All"));
        await Poll.UntilAsync(
            "the other instance to see the new rule",
            Second,
            async () => await ThereAsync() ? null : "not yet",
            Cancellation
        );
    }
}
