using System.Net;
using Schematic.Api.Tests.Authentication;
using Schematic.Testing.Contract;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Hosting;

public sealed class ApiDescriptionTests(SqliteApi api) : ApiTopic(api), IClassFixture<SqliteApi>
{
    /// <summary>Operations of a slice whose others are served already.</summary>
    private static readonly HashSet<string> NotServedYet = ["POST /events createEvent"];

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

        if (OpenApiDocument.Published is not { } published)
        {
            TestContext.Current.AddWarning(OpenApiDocument.WhereToPutIt);
            return;
        }

        var slices = mine.Select(static operation => operation.Path.Split('/')[1]).ToHashSet();
        var there = published
            .Operations.Where(operation => slices.Contains(operation.Path.Split('/')[1]))
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
}
