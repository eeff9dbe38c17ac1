using System.Text.Json;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Hosting.Description;

public sealed class ContractSchemasTests(SqliteApi api) : ApiTopic(api), IClassFixture<SqliteApi>
{
    [Fact]
    public async Task A_member_that_may_be_left_out_is_described_where_it_stands()
    {
        var schemas = await SchemasAsync();

        Assert.DoesNotContain(schemas.Keys, static name => name.StartsWith("Optional", StringComparison.Ordinal));
        Assert.Equal(["null", "number"], Types(Member(schemas, "CreateOrUpdateConditionRequestBody", "credit_cost")));
    }

    [Fact]
    public async Task A_member_that_an_answer_leaves_out_is_never_null_in_it()
    {
        var schemas = await SchemasAsync();

        Assert.Equal(["number"], Types(Member(schemas, "RuleConditionDetailResponseData", "credit_cost")));
        Assert.Equal(["string"], Types(Member(schemas, "RuleConditionDetailResponseData", "credit_id")));
    }

    [Fact]
    public async Task A_null_that_an_answer_writes_is_described()
    {
        var schemas = await SchemasAsync();

        Assert.Equal(["null", "string"], Types(Member(schemas, "FlagDetailResponseData", "feature_id")));
        Assert.Equal(["string"], Types(Member(schemas, "FlagDetailResponseData", "key")));
    }

    [Fact]
    public async Task Enums_are_their_names_on_the_wire()
    {
        var type = (await SchemasAsync())["EnvironmentType"];

        Assert.Equal(
            ["development", "production", "staging"],
            type.GetProperty("enum").EnumerateArray().Select(static name => name.GetString()!).Order()
        );
    }

    [Fact]
    public async Task Times_and_whole_numbers_say_what_they_are()
    {
        var schemas = await SchemasAsync();

        var created = Member(schemas, "CompanyDetailResponseData", "created_at");
        Assert.Equal("date-time", created.GetProperty("format").GetString());
        var count = Member(schemas, "CompanyDetailResponseData", "user_count");
        Assert.Equal(["integer"], Types(count));
        Assert.False(count.TryGetProperty("pattern", out _), "A number is not described as text.");
    }

    [Fact]
    public async Task Every_member_of_the_published_contracts_says_what_it_means()
    {
        var silent =
            from schema in await SchemasAsync()
            where !schema.Key.StartsWith("EnvelopeOf", StringComparison.Ordinal)
            where schema.Value.TryGetProperty("properties", out _)
            from member in schema.Value.GetProperty("properties").EnumerateObject()
            where !member.Value.TryGetProperty("description", out _) && !member.Value.TryGetProperty("$ref", out _)
            where !member.Value.TryGetProperty("oneOf", out _)
            select $"{schema.Key}.{member.Name}";

        Assert.Empty(silent);
    }

    private async Task<Dictionary<string, JsonElement>> SchemasAsync() =>
        (await SendAsync("GET", "/openapi/v1.json", apiKey: null))
            .Json.GetProperty("components")
            .GetProperty("schemas")
            .EnumerateObject()
            .ToDictionary(static schema => schema.Name, static schema => schema.Value);

    private static JsonElement Member(Dictionary<string, JsonElement> schemas, string schema, string member) =>
        schemas[schema].GetProperty("properties").GetProperty(member);

    private static IEnumerable<string?> Types(JsonElement schema)
    {
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(static name => name.GetString()).Order()
            : [type.GetString()];
    }
}
