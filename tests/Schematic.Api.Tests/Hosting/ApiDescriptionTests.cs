using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Api.Tests.Authentication;
using Schematic.Testing.Contract;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Hosting;

public sealed class ApiDescriptionTests(SqliteApi api) : ApiTopic(api), IClassFixture<SqliteApi>
{
    /// <summary>Operations of a slice whose others are served already.</summary>
    private static readonly HashSet<string> NotServedYet =
    [
        "GET /insights/activity getActivity",
        "GET /insights/plan-growth getPlanGrowth",
        "GET /insights/summary getSummary",
        "GET /insights/top-features getTopFeaturesByUsage",
    ];

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_description_names_every_operation_as_the_published_one_does()
    {
        var answer = await SendAsync("GET", "/openapi/v1.json", apiKey: null);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var here = answer
            .Json.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(
                static path => path.Value.EnumerateObject(),
                static (path, verb) =>
                    $"{verb.Name.ToUpperInvariant()} {path.Name} {verb.Value.GetProperty("operationId").GetString()}"
            )
            .ToList();
        var mine = Operations
            .All.Where(static operation => operation.Callers != Callers.Anyone || operation.Path == "/")
            .ToList();
        Assert.Equal(
            mine.Select(static operation => operation.ToString()).Order(StringComparer.Ordinal),
            here.Select(static line => line[..line.LastIndexOf(' ')]).Order(StringComparer.Ordinal)
        );

        var slices = mine.Select(static operation => operation.Path.Split('/')[1]).ToHashSet();
        var there = OpenApiDocument
            .Current.Operations.Where(operation => slices.Contains(operation.Path.Split('/')[1]))
            .Select(static operation => $"{operation} {operation.Id}");
        Assert.Superset(there.Except(NotServedYet).ToHashSet(), here.ToHashSet());
    }

    [Fact]
    public async Task The_description_says_what_an_operation_reads_and_how_the_key_is_sent()
    {
        var document = (await SendAsync("GET", "/openapi/v1.json", apiKey: null)).Json;

        var list = document.GetProperty("paths").GetProperty("/companies").GetProperty("get");
        Assert.Contains(
            list.GetProperty("parameters").EnumerateArray(),
            static parameter => parameter.GetProperty("name").GetString() == "sort_order_column"
        );
        Assert.True(
            document
                .GetProperty("paths")
                .GetProperty("/companies")
                .GetProperty("post")
                .GetProperty("requestBody")
                .GetProperty("required")
                .GetBoolean()
        );
        Assert.Equal(
            "X-Schematic-Api-Key",
            document
                .GetProperty("components")
                .GetProperty("securitySchemes")
                .GetProperty("ApiKeyAuth")
                .GetProperty("name")
                .GetString()
        );
    }

    [Fact]
    public async Task Every_operation_has_a_summary_a_tag_and_the_refusals_it_can_answer()
    {
        var document = (await SendAsync("GET", "/openapi/v1.json", apiKey: null)).Json;
        var tags = document
            .GetProperty("tags")
            .EnumerateArray()
            .Select(static tag => tag.GetProperty("name").GetString());

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var verb in path.Value.EnumerateObject())
            {
                var (at, operation) = ($"{verb.Name} {path.Name}", verb.Value);
                var statuses = operation
                    .GetProperty("responses")
                    .EnumerateObject()
                    .Select(static answer => answer.Name)
                    .ToList();
                Assert.True(operation.TryGetProperty("summary", out _), $"{at} has no summary.");
                Assert.Contains(Assert.Single(operation.GetProperty("tags").EnumerateArray()).GetString(), tags);
                Assert.Single(statuses, static status => status is "200" or "201");
                if (path.Name == "/")
                    continue;
                Assert.Superset(new HashSet<string> { "401", "403" }, statuses.ToHashSet());
                Assert.True(!path.Name.Contains('{', StringComparison.Ordinal) || statuses.Contains("404"), at);
                Assert.Equal(operation.TryGetProperty("requestBody", out _), statuses.Contains("413"));
                Assert.Equal(
                    path.Name.StartsWith("/console", StringComparison.Ordinal)
                        && at is not ("post /console/sessions" or "put /console/password"),
                    !statuses.Contains("429")
                );
            }
        }
    }

    [Theory]
    [InlineData("/companies/create", "post", "201", "EnvelopeOfCompanyDetailResponseData")]
    [InlineData("/companies", "post", "409", "ApiError")]
    [InlineData("/flags/{flag_id}/rules", "put", "412", "StaleErrorOfFlagDetailResponseData")]
    public async Task An_answer_is_described_by_its_schema(string path, string verb, string status, string schema)
    {
        var document = (await SendAsync("GET", "/openapi/v1.json", apiKey: null)).Json;

        Assert.Equal(
            $"#/components/schemas/{schema}",
            document
                .GetProperty("paths")
                .GetProperty(path)
                .GetProperty(verb)
                .GetProperty("responses")
                .GetProperty(status)
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("schema")
                .GetProperty("$ref")
                .GetString()
        );
        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty(schema, out _));
    }

    [Theory]
    [InlineData("CompanyResponseData", "last_seen_at", """["null","string"]""")]
    [InlineData("CompanyResponseData", "created_at", "\"string\"")]
    [InlineData("CompanyDetailResponseData", "user_count", "\"integer\"")]
    [InlineData("CreateOrUpdateConditionRequestBody", "credit_cost", """["null","number"]""")]
    [InlineData("CreateOrUpdateConditionRequestBody", "metric_value", """["null","integer"]""")]
    [InlineData("ApiError", "field", "\"string\"")]
    public async Task A_member_has_the_type_that_stands_on_the_wire(string schema, string member, string type)
    {
        var document = (await SendAsync("GET", "/openapi/v1.json", apiKey: null)).Json;

        Assert.Equal(
            type,
            document
                .GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(schema)
                .GetProperty("properties")
                .GetProperty(member)
                .GetProperty("type")
                .GetRawText()
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace("\n", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_committed_description_is_what_the_server_answers()
    {
        var served = Pretty((await SendAsync("GET", "/openapi/v1.json", apiKey: null)).Text);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(OpenApiDocument.OwnFile, served, Cancellation);

        Assert.True(
            served == await File.ReadAllTextAsync(OpenApiDocument.OwnFile, Cancellation),
            "docs/openapi.json is not what the server answers. Run this test with UPDATE_OPENAPI=1 and look at the difference."
        );
    }

    // In the order of their names, so that moving an endpoint in the code changes nothing.
    private static string Pretty(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document["paths"] = Sorted(document["paths"]!.AsObject());
        document["components"]!["schemas"] = Sorted(document["components"]!["schemas"]!.AsObject());
        return document.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Sorted(JsonObject members) =>
        new(
            members
                .OrderBy(static member => member.Key, StringComparer.Ordinal)
                .Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
}
