using System.Net;
using System.Text.Json;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Http;

/// <summary>
/// A refusal names its member, in wire names and with indexes, for whoever marks the field of a form.
/// </summary>
public abstract class ApiProblemFieldTests(ApiFixture api) : ApiTopic(api)
{
    private const string Condition = """{"condition_type":"company","operator":"eq","resource_ids":[]}""";

    [Theory]
    // The form of JSON.
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"name":1}""", "name")]
    [InlineData("POST", "/companies", """{"keys":{"a":1}}""", "keys.a")]
    [InlineData("POST", "/companies", """{"keys":{"a.b":1}}""", "keys['a.b']")]
    [InlineData("POST", "/companies", """{"keys":{"a":null}}""", "keys.a")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"remove_keys":["a",null]}""", "remove_keys[1]")]
    [InlineData("POST", "/companies", """{"name":"Acme"}""", "keys")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"last_seen_at":"yesterday"}""", "last_seen_at")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1","a":"2"}}""", "keys.a")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"traits":{"x":[1,{"y":1e999}]}}""", "traits.x[1].y")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"traits":{"x":["ok","\ud83d"]}}""", "traits.x[1]")]
    [InlineData("POST", "/companies", """{"keys":{"a":"x\u0000y"}}""", "keys.a")]
    [InlineData("POST", "/companies", """{"keys":{"a\u0000":"1"}}""", "keys")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"}""", null)]
    [InlineData("POST", "/companies", "[]", null)]
    // Keys and traits.
    [InlineData("POST", "/companies", """{"keys":{}}""", "keys")]
    [InlineData("POST", "/companies", """{"keys":{"a":""}}""", "keys.a")]
    [InlineData("POST", "/companies", """{"keys":{"":"1"}}""", "keys")]
    [InlineData("POST", "/companies", """{"id":"comp_1","keys":{"id":"comp_2"}}""", "id")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"remove_keys":["a"]}""", "remove_keys")]
    [InlineData("POST", "/companies", """{"keys":{"a":"1"},"traits":{"x":{"":1}}}""", "traits.x")]
    [InlineData("POST", "/companies", """{"keys":{"nosuch":"1"},"update_only":true}""", "keys")]
    [InlineData("POST", "/companies/delete", """{"keys":{"nosuch":"1"}}""", "keys")]
    [InlineData("POST", "/company-traits", """{"keys":{"a":"1"},"trait":"","set":"x"}""", "trait")]
    [InlineData("POST", "/company-traits", """{"keys":{"a":"1"},"trait":"x","set":"x","incr":1}""", null)]
    [InlineData("POST", "/users", """{"keys":{"u":"1"},"companies":[{"a":"1"},{"b":""}]}""", "companies[1].b")]
    [InlineData("POST", "/users", """{"keys":{"u":"1"},"company":{"b":""}}""", "company.b")]
    [InlineData("POST", "/company-memberships", """{"company_id":"comp_0","user_id":"user_0"}""", "company_id")]
    [InlineData(
        "POST",
        "/entity-trait-definitions",
        """{"entity_type":"company","hierarchy":[""],"trait_type":"string"}""",
        "hierarchy"
    )]
    [InlineData(
        "POST",
        "/entity-trait-definitions",
        """{"entity_type":"dog","hierarchy":["x"],"trait_type":"string"}""",
        "entity_type"
    )]
    // Checks.
    [InlineData("POST", "/flags/x/check", """{"company":{"a":""}}""", "company.a")]
    [InlineData("POST", "/flags/x/check", """{"user":{"a":""}}""", "user.a")]
    [InlineData("POST", "/flags/x/check", """{"preflight":{"credit_cost":{"c":-1}}}""", "preflight.credit_cost.c")]
    [InlineData("POST", "/flags/x/check", """{"preflight":{"usage":-1}}""", "preflight.usage")]
    [InlineData("POST", "/flags/check-bulk", """{"contexts":[{},{"company":{"a":""}}]}""", "contexts[1].company.a")]
    [InlineData("POST", "/flags/check-bulk", """{"contexts":[{},null]}""", "contexts[1]")]
    // Features and flags.
    [InlineData("POST", "/features", """{"name":"","description":"","feature_type":"boolean"}""", "name")]
    [InlineData("POST", "/features", """{"name":"x","description":"","feature_type":"event"}""", "event_subtype")]
    [InlineData("POST", "/features", """{"name":"x","description":"","feature_type":"trait"}""", "trait_id")]
    [InlineData(
        "POST",
        "/features",
        """{"name":"x","description":"","feature_type":"boolean","trait_id":"t"}""",
        "trait_id"
    )]
    [InlineData("POST", "/features", """{"name":"x","description":"","feature_type":"nosuch"}""", "feature_type")]
    [InlineData(
        "POST",
        "/features",
        """{"name":"x","description":"","feature_type":"boolean","flag":{"key":"","name":"x","description":"","flag_type":"boolean","default_value":false}}""",
        "flag.key"
    )]
    [InlineData(
        "POST",
        "/features",
        """{"name":"x","description":"","feature_type":"boolean","flag":{"id":"flag_0","key":"k","name":"x","description":"","flag_type":"boolean","default_value":false}}""",
        "flag.id"
    )]
    [InlineData(
        "POST",
        "/flags",
        """{"key":"","name":"x","description":"","flag_type":"boolean","default_value":false}""",
        "key"
    )]
    [InlineData(
        "POST",
        "/flags",
        """{"key":"free","name":"x","description":"","flag_type":"boolean","default_value":false,"feature_id":"feat_0"}""",
        "feature_id"
    )]
    [InlineData(
        "POST",
        "/flags",
        """{"key":"free","name":"x","description":"","flag_type":"boolean","default_value":false,"maintainer_account_member_id":"x"}""",
        "maintainer_account_member_id"
    )]
    // Query strings.
    [InlineData("GET", "/companies?limit=many", null, "limit")]
    [InlineData("GET", "/companies?limit=251", null, "limit")]
    [InlineData("GET", "/companies?offset=-1", null, "offset")]
    [InlineData("GET", "/companies?limit=1&limit=2", null, "limit")]
    [InlineData("GET", "/companies?with_subscription=perhaps", null, "with_subscription")]
    [InlineData("GET", "/companies?sort_order_column=nosuch", null, "sort_order_column")]
    [InlineData("GET", "/companies?sort_order_direction=up", null, "sort_order_direction")]
    [InlineData("GET", "/companies?subscription_types=paid,nosuch", null, "subscription_types[1]")]
    [InlineData("GET", "/companies?q=a%00b", null, "q")]
    [InlineData("GET", "/companies/lookup?keys[a]=1&keys[a]=2", null, "keys.a")]
    [InlineData("GET", "/companies/lookup?keys={\"a\":1}", null, "keys.a")]
    [InlineData("GET", "/companies/lookup?a=", null, "keys.a")]
    [InlineData("GET", "/companies/lookup?nosuch=1", null, "keys")]
    [InlineData("GET", "/companies/lookup", null, "keys")]
    // Of no member at all.
    [InlineData("GET", "/companies/comp_0", null, null)]
    [InlineData("GET", "/nosuch", null, null)]
    public async Task A_refusal_names_its_member(string method, string path, string? body, string? field)
    {
        var answer = await SendAsync(method, path, body);

        Assert.True((int)answer.Status is >= 400 and < 500, $"{answer.Status} {answer.Text}");
        Assert.Equal(field, FieldOf(answer));
    }

    [Theory]
    [InlineData("""{"rules":[{}]}""", "rules[0].condition_groups")]
    [InlineData("""{"rules":[null]}""", "rules[0]")]
    [InlineData(
        """{"rules":[RULE,{"name":"x","priority":"1","value":true,"conditions":[],"condition_groups":[]}]}""",
        "rules[1].priority"
    )]
    [InlineData(
        """{"rules":[RULE,{"id":"rule_0","name":"x","priority":1,"value":true,"conditions":[],"condition_groups":[]}]}""",
        "rules[1].id"
    )]
    [InlineData(
        """{"rules":[{"name":"x","priority":1,"value":true,"rule_type":"plan_entitlement","conditions":[],"condition_groups":[]}]}""",
        "rules[0].rule_type"
    )]
    [InlineData(
        """{"rules":[{"name":"x","priority":1,"value":true,"conditions":[CONDITION,{"condition_type":"company","operator":"gt","resource_ids":[]}],"condition_groups":[]}]}""",
        "rules[0].conditions[1].operator"
    )]
    [InlineData(
        """{"rules":[{"name":"x","priority":1,"value":true,"conditions":[{"condition_type":"nosuch","operator":"eq","resource_ids":[]}],"condition_groups":[]}]}""",
        "rules[0].conditions[0].condition_type"
    )]
    [InlineData(
        """{"rules":[RULE,RULE,{"name":"x","priority":1,"value":true,"conditions":[],"condition_groups":[{"conditions":[CONDITION]},{"conditions":[{"condition_type":"company","operator":"eq","resource_ids":["comp_0"]}]}]}]}""",
        "rules[2].condition_groups[1].conditions[0].resource_ids"
    )]
    [InlineData(
        """{"rules":[{"name":"x","priority":1,"value":true,"conditions":[],"condition_groups":[{"flag_id":"flag_0","conditions":[]}]}]}""",
        "rules[0].condition_groups[0].flag_id"
    )]
    [InlineData(
        """{"rules":[{"name":"x","priority":1,"value":true,"conditions":[{"condition_type":"trait","operator":"eq","resource_ids":[],"trait_id":"trdf_0","trait_value":"1"}],"condition_groups":[]}]}""",
        "rules[0].conditions[0].trait_id"
    )]
    public async Task A_refused_rule_is_named_by_its_place(string body, string field)
    {
        var created = await SendAsync(
            "POST",
            "/flags",
            $$"""{"key":"{{Unique("rules")}}","name":"x","description":"","flag_type":"boolean","default_value":false}"""
        );
        var rule = """{"name":"x","priority":1,"value":true,"conditions":[],"condition_groups":[]}""";

        var answer = await SendAsync(
            "PUT",
            $"/flags/{created.Data.GetProperty("id").GetString()}/rules",
            body.Replace("RULE", rule, StringComparison.Ordinal)
                .Replace("CONDITION", Condition, StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(field, FieldOf(answer));
    }

    [Theory]
    [InlineData("/companies/create", """{"keys":{"taken":"TAG"}}""", "keys")]
    [InlineData("/companies", """{"keys":{"taken":"TAG","other":"TAG"}}""", "keys")]
    [InlineData("/companies", """{"keys":{"taken":"TAG","second":"other"},"prevent_key_remap":true}""", "keys.second")]
    [InlineData("/flags/x/check", """{"company":{"taken":"TAG","other":"TAG"}}""", "company")]
    [InlineData(
        "/flags",
        """{"key":"TAG","name":"x","description":"","flag_type":"boolean","default_value":false}""",
        "key"
    )]
    [InlineData(
        "/features",
        """{"name":"x","description":"","feature_type":"boolean","flag":{"key":"TAG","name":"x","description":"","flag_type":"boolean","default_value":false}}""",
        "flag.key"
    )]
    public async Task A_conflict_names_the_member_whose_value_is_taken(string path, string body, string field)
    {
        var tag = Unique("taken");
        await SendAsync("POST", "/companies", $$$"""{"keys":{"taken":"{{{tag}}}","second":"{{{tag}}}"}}""");
        await SendAsync("POST", "/companies", $$$"""{"keys":{"other":"{{{tag}}}"}}""");
        await SendAsync(
            "POST",
            "/flags",
            $$"""{"key":"{{tag}}","name":"x","description":"","flag_type":"boolean","default_value":false}"""
        );

        var answer = await SendAsync("POST", path, body.Replace("TAG", tag, StringComparison.Ordinal));

        Assert.True((int)answer.Status is 409 or 400, answer.Text);
        Assert.Equal(field, FieldOf(answer));
    }

    private static string? FieldOf(Reply answer) =>
        answer.Json.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String
            ? field.GetString()
            : null;
}

public sealed class ApiProblemFieldTestsOnSqlite(SqliteApi api) : ApiProblemFieldTests(api), IClassFixture<SqliteApi>;

public sealed class ApiProblemFieldTestsOnPostgreSql(PostgreSqlApi api)
    : ApiProblemFieldTests(api),
        IClassFixture<PostgreSqlApi>;
