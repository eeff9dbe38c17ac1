using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Http.Binding;
using Schematic.Api.Tests.Authentication;
using Schematic.Api.Tests.Persistence;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Http.Binding;

/// <summary>
/// What a body can be wrong in, for every operation that reads one; the answer is the same on both databases.
/// </summary>
public sealed class BodyTests(SqliteApi sqlite, PostgreSqlApi postgreSql)
    : IClassFixture<SqliteApi>,
        IClassFixture<PostgreSqlApi>
{
    public static TheoryData<string, string> OperationsWithABody { get; } =
        new(
            Operations
                .All.Where(static operation => operation is { Body: not null, IsReadByMember: false })
                .Select(static operation => (operation.Method, operation.Path))
        );

    [Theory]
    [MemberData(nameof(OperationsWithABody))]
    public async Task A_wrong_body_is_refused_with_a_sentence_that_names_the_field_and_changes_nothing(
        string method,
        string path
    )
    {
        var operation = Operations.Find(method, path);
        var onSqlite = await StageAsync(sqlite.Server, operation);
        var onPostgreSql = await StageAsync(postgreSql.Server, operation);

        var first = await AnswersAsync(onSqlite, operation);
        var second = await AnswersAsync(onPostgreSql, operation);

        Assert.True(first.Count > 40, $"Only {first.Count} bodies were tried.");
        Assert.Equal(first, second);
        Assert.Equal(onSqlite.Before, await TableDump.OfAsync(sqlite.Server));
        Assert.Equal(onPostgreSql.Before, await TableDump.OfAsync(postgreSql.Server));
    }

    [Fact]
    public void Every_operation_that_reads_a_body_is_tried() =>
        Assert.Equal(
            sqlite
                .Server.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.Count(static endpoint =>
                    endpoint.Metadata.GetMetadata<BodyMetadata>() is { IsRequired: true }
                ),
            Operations.All.Count(static operation => operation.Body is not null)
        );

    [Fact]
    public async Task A_body_of_exactly_a_megabyte_is_read()
    {
        var json = $$"""{"keys":{"domain":"megabyte"},"nosuch":"{0}"}""";
        var body = json.Replace("{0}", new string('x', (1024 * 1024) - json.Length + 3), StringComparison.Ordinal);

        var answer = await sqlite.Server.SendAsync("POST", "/companies", Encoding.UTF8.GetBytes(body), Keys.Production);

        Assert.Equal(1024 * 1024, body.Length);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFF")]
    [InlineData("7FFFFFFFFFFFFFFF")]
    [InlineData("-1")]
    [InlineData("chunk")]
    public async Task A_chunk_of_an_impossible_size_is_refused(string size)
    {
        using var client = new TcpClient();
        var address = sqlite.Server.BaseAddress;
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /companies HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n"
                    + $"X-Schematic-Api-Key: {Keys.Production}\r\nTransfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n"
            ),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"error\":\"", answer, StringComparison.Ordinal);
    }

    // SDKs and curl name all sorts of content types, or none.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Json_is_read_whatever_it_calls_itself(string? contentType)
    {
        using var http = sqlite.Server.Http(Keys.Production);
        using var content = new ByteArrayContent("""{"keys":{"domain":"content-type"}}"""u8.ToArray());
        content.Headers.ContentType = contentType is null ? null : new(contentType);

        using var answer = await http.PostAsync("/companies", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<Stage> StageAsync(ApiServer server, Operation operation)
    {
        var scene = await Scene.SetAsync(server);
        var contract = server
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint =>
                endpoint.RoutePattern.RawText == operation.Path
                && endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains(operation.Method)
            )
            .Metadata.GetRequiredMetadata<BodyMetadata>()
            .Type;
        return new Stage(server, scene, contract, await TableDump.OfAsync(server));
    }

    private static async Task<IReadOnlyList<string>> AnswersAsync(Stage stage, Operation operation)
    {
        var answers = new List<string>();
        foreach (var body in HostileBodies.Of(stage.Contract, operation.Json(stage.Scene)!))
        {
            var answer = await AnswerAsync(stage, operation, body);

            Assert.True((int)answer.Status == body.Status, $"{body.What}: {answer.Status} {answer.Text}");
            Assert.Matches(@"\A\S.*\.\z", answer.Error);
            if (body.Field is not null)
            {
                Assert.Contains(body.Field, answer.Error, StringComparison.Ordinal);
                Assert.Contains(body.Field, FieldOf(answer), StringComparison.Ordinal);
            }

            Assert.DoesNotMatch("Exception|System\\.|Nullable|Contracts|Npgsql|SQLite", answer.Error);
            answers.Add($"{body.What}: {answer.Error}");
        }

        return answers;
    }

    // A client that is still writing when the connection is closed may miss the answer: it tries again.
    private static async Task<Reply> AnswerAsync(Stage stage, Operation operation, HostileBody body)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await stage.Server.SendAsync(
                    operation.Method,
                    operation.Address(stage.Scene),
                    body.Bytes,
                    Keys.Console,
                    stage.Scene["environment_id"],
                    body.Chunked
                );
            }
            catch (HttpRequestException broken)
                when (broken.InnerException is IOException && body.Status == 413 && attempt < 20) { }
        }
    }

    private static string FieldOf(Reply answer) =>
        answer.Json.TryGetProperty("field", out var field) ? field.GetString()! : "";

    private sealed record Stage(ApiServer Server, Scene Scene, Type Contract, IReadOnlyList<string> Before);
}
