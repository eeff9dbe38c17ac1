using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Flags.Rules;

/// <summary>
/// Rules that cannot be: refused with a sentence that names rule, condition and field, and nothing is changed.
/// </summary>
public abstract class RuleReferencesTests(ApiFixture api) : FlagTopic(api)
{
    [Theory]
    [InlineData("""{"condition_type":"company","operator":"gt","resource_ids":[]}""", "operator", "eq or ne")]
    [InlineData(
        """{"condition_type":"user","operator":"eq","resource_ids":[],"trait_id":"{string}"}""",
        "trait_id",
        "user"
    )]
    [InlineData(
        """{"condition_type":"company","operator":"eq","resource_ids":["comp_nosuch"]}""",
        "resource_ids",
        "comp_nosuch"
    )]
    [InlineData(
        """{"condition_type":"company","operator":"eq","resource_ids":["{user}"]}""",
        "resource_ids",
        "no company"
    )]
    [InlineData(
        """{"condition_type":"user","operator":"eq","resource_ids":["{company}"]}""",
        "resource_ids",
        "no user"
    )]
    [InlineData(
        """{"condition_type":"company","operator":"eq","resource_ids":["{elsewhere}"]}""",
        "resource_ids",
        "in this environment"
    )]
    [InlineData("""{"condition_type":"trait","operator":"eq","resource_ids":[]}""", "trait_id", "Choose the trait")]
    [InlineData(
        """{"condition_type":"trait","operator":"eq","resource_ids":[],"trait_id":"trdf_nosuch"}""",
        "trait_id",
        "trdf_nosuch"
    )]
    [InlineData(
        """{"condition_type":"trait","operator":"eq","resource_ids":["x"],"trait_id":"{string}"}""",
        "resource_ids",
        "trait"
    )]
    [InlineData(
        """{"condition_type":"trait","operator":"gte","resource_ids":[],"trait_id":"{boolean}","trait_value":"true"}""",
        "operator",
        "boolean"
    )]
    [InlineData(
        """{"condition_type":"trait","operator":"eq","resource_ids":[],"trait_id":"{string}","comparison_trait_id":"trdf_nosuch"}""",
        "comparison_trait_id",
        "trdf_nosuch"
    )]
    [InlineData(
        """{"condition_type":"trait","operator":"eq","resource_ids":[],"trait_id":"{string}","comparison_trait_id":"{ofuser}"}""",
        "comparison_trait_id",
        "company"
    )]
    [InlineData(
        """{"condition_type":"metric","operator":"eq","resource_ids":[],"metric_value":1}""",
        "event_subtype",
        "Name the event"
    )]
    [InlineData(
        """{"condition_type":"metric","operator":"eq","resource_ids":[],"event_subtype":"export"}""",
        "metric_value",
        "compare"
    )]
    [InlineData(
        """{"condition_type":"metric","operator":"eq","resource_ids":[],"event_subtype":"export","comparison_trait_id":"{ofuser}"}""",
        "comparison_trait_id",
        "company"
    )]
    [InlineData(
        """{"condition_type":"base_plan","operator":"is_empty","resource_ids":["plan_a"]}""",
        "resource_ids",
        "no plans"
    )]
    [InlineData("""{"condition_type":"base_plan","operator":"lt","resource_ids":[]}""", "operator", "not_empty")]
    [InlineData(
        """{"condition_type":"credit","operator":"ne","resource_ids":[],"credit_id":"bilcr_a"}""",
        "operator",
        "gte"
    )]
    [InlineData("""{"condition_type":"credit","operator":"gte","resource_ids":[]}""", "credit_id", "Name the credit")]
    [InlineData(
        """{"condition_type":"credit","operator":"gte","resource_ids":[],"credit_id":"bilcr_a","credit_cost":-1}""",
        "credit_cost",
        "negative"
    )]
    [InlineData(
        """{"condition_type":"credit","operator":"gte","resource_ids":[],"credit_id":"bilcr_a","credit_cost":-1e-9}""",
        "credit_cost",
        "negative"
    )]
    [InlineData(
        """{"condition_type":"credit","operator":"gte","resource_ids":[],"credit_id":"bilcr_a","credit_cost":-1e300}""",
        "credit_cost",
        "negative"
    )]
    [InlineData(
        """{"condition_type":"plan","operator":"eq","resource_ids":[],"credit_id":"bilcr_a"}""",
        "credit_id",
        "plan"
    )]
    [InlineData(
        """{"condition_type":"plan","operator":"eq","resource_ids":[],"id":"cond_nosuch"}""",
        "id",
        "cond_nosuch"
    )]
    [InlineData(
        """{"condition_type":"plan","operator":"eq","resource_ids":[],"id":"{condition}"}""",
        "id",
        "in this environment"
    )]
    public async Task A_condition_that_cannot_be_is_named(string condition, string member, string why)
    {
        var flag = await NewFlagAsync();
        await WriteAsync(flag.Id, Rule("Stays"));
        foreach (var (name, value) in await NamesAsync())
            condition = condition.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        var before = await TableDump.OfAsync(Server);

        foreach (
            var (path, rule) in new[]
            {
                (
                    "rules[1].conditions[0]",
                    $$"""{"name":"Wrong one","priority":1,"value":true,"conditions":[{{condition}}],"condition_groups":[]}"""
                ),
                (
                    "rules[1].condition_groups[0].conditions[0]",
                    $$"""{"name":"Wrong one","priority":1,"value":true,"conditions":[],"condition_groups":[{"conditions":[{{condition}}]}]}"""
                ),
            }
        )
        {
            var answer = await SendAsync(
                "PUT",
                $"/flags/{flag.Id}/rules",
                $$"""{"rules":[{"name":"New","priority":1,"value":true,"conditions":[],"condition_groups":[]},{{rule}}]}"""
            );

            Assert.Equal(400, (int)answer.Status);
            AssertSentence(answer.Error);
            Assert.StartsWith($"{path}.{member} ", answer.Error, StringComparison.Ordinal);
            Assert.Contains("Wrong one", answer.Error, StringComparison.Ordinal);
            Assert.Contains(why, answer.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, await TableDump.OfAsync(Server));
    }

    [Theory]
    [InlineData(
        """{"id":"rule_nosuch","name":"X","priority":1,"value":true,"conditions":[],"condition_groups":[]}""",
        "rules[0].id"
    )]
    [InlineData(
        """{"id":"{stays}","name":"X","priority":1,"value":true,"conditions":[],"condition_groups":[]},{"id":"{stays}","name":"Y","priority":1,"value":true,"conditions":[],"condition_groups":[]}""",
        "rules[1].id"
    )]
    [InlineData(
        """{"name":"X","priority":1,"value":true,"rule_type":"plan_entitlement","conditions":[],"condition_groups":[]}""",
        "rules[0].rule_type"
    )]
    [InlineData(
        """{"name":"X","priority":1,"value":true,"rule_type":"company_override_usage_exceeded","conditions":[],"condition_groups":[]}""",
        "rules[0].rule_type"
    )]
    [InlineData(
        """{"name":"X","priority":1,"value":true,"conditions":[],"condition_groups":[{"conditions":[],"id":"cogr_nosuch"}]}""",
        "rules[0].condition_groups[0].id"
    )]
    [InlineData(
        """{"name":"X","priority":1,"value":true,"conditions":[],"condition_groups":[{"conditions":[],"flag_id":"flag_nosuch"}]}""",
        "rules[0].condition_groups[0].flag_id"
    )]
    public async Task A_rule_or_group_that_cannot_be_is_named(string rule, string path)
    {
        var flag = await NewFlagAsync();
        var stays = (await WriteAsync(flag.Id, Rule("Stays")))[0];
        var before = await TableDump.OfAsync(Server);

        var answer = await SendAsync(
            "PUT",
            $"/flags/{flag.Id}/rules",
            $$"""{"rules":[{{rule.Replace("{stays}", stays.Id, StringComparison.Ordinal)}}]}"""
        );

        Assert.Equal(400, (int)answer.Status);
        AssertSentence(answer.Error);
        Assert.StartsWith(path, answer.Error, StringComparison.Ordinal);
        Assert.Equal(before, await TableDump.OfAsync(Server));
    }

    [Fact]
    public async Task More_rules_or_ids_than_the_published_limits_are_refused()
    {
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync();
        await WriteAsync(flag.Id, Rule("Stays"));
        var before = await TableDump.OfAsync(Server);
        static string Rules(int count, int ids, string id) =>
            $$$"""{"rules":[{{{string.Join(',', Enumerable.Repeat($$"""{"name":"Many","priority":1,"value":true,"conditions":[{"condition_type":"company","operator":"eq","resource_ids":[{{string.Join(',', Enumerable.Repeat($"\"{id}\"", ids))}}]}],"condition_groups":[]}""", count))}}}]}""";

        var rules = await SendAsync("PUT", $"/flags/{flag.Id}/rules", Rules(101, 1, company.Id));
        var ids = await SendAsync("PUT", $"/flags/{flag.Id}/rules", Rules(2, 1001, company.Id));

        Assert.Equal((400, "rules must have at most 100 entries."), ((int)rules.Status, rules.Error));
        Assert.Equal(
            (400, "rules[0].conditions[0].resource_ids must have at most 1000 entries."),
            ((int)ids.Status, ids.Error)
        );
        Assert.Equal(before, await TableDump.OfAsync(Server));
        Assert.Equal(200, (int)(await SendAsync("PUT", $"/flags/{flag.Id}/rules", Rules(100, 1, company.Id))).Status);
        Assert.Equal(200, (int)(await SendAsync("PUT", $"/flags/{flag.Id}/rules", Rules(1, 1000, company.Id))).Status);
    }

    [Fact]
    public async Task Ids_of_another_environments_rules_are_none_of_this_flag()
    {
        var flag = await NewFlagAsync();
        var rule = (await WriteAsync(flag.Id, Rule("Production")))[0];

        var answer = await SendAsync(
            "PUT",
            $"/flags/{flag.Id}/rules",
            $$"""{"rules":[{"id":"{{rule.Id}}","name":"Mine","priority":1,"value":true,"conditions":[],"condition_groups":[]}]}""",
            Keys.Staging
        );

        Assert.Equal(400, (int)answer.Status);
        Assert.Empty((await Staging.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules);
    }

    private async Task<Dictionary<string, string>> NamesAsync()
    {
        var other = await NewFlagAsync();
        return new Dictionary<string, string>
        {
            ["company"] = (await NewCompanyAsync()).Id,
            ["elsewhere"] = (await NewCompanyAsync(Staging)).Id,
            ["user"] = (await NewUserAsync()).Id,
            ["string"] = (await NewTraitAsync(TraitType.String)).Id,
            ["boolean"] = (await NewTraitAsync(TraitType.Boolean)).Id,
            ["ofuser"] = (await NewTraitAsync(TraitType.String, EntityType.User)).Id,
            ["condition"] = (await WriteAsync(other.Id, Rule("Other", Condition(ConditionType.Plan))))[0]
                .Conditions[0]
                .Id,
        };
    }
}

public sealed class RuleReferencesTestsOnSqlite(SqliteApi api) : RuleReferencesTests(api), IClassFixture<SqliteApi>;

public sealed class RuleReferencesTestsOnPostgreSql(PostgreSqlApi api)
    : RuleReferencesTests(api),
        IClassFixture<PostgreSqlApi>;
