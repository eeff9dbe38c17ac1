using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication;

/// <summary>Walks every route of the running server with every kind of key.</summary>
public abstract partial class AccessTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly ConditionalWeakTable<ApiServer, StageProps> Props = [];

    public static TheoryData<string, string> EveryOperation { get; } =
        new(Operations.All.Select(static operation => (operation.Method, operation.Path)));

    [Fact]
    public void Every_route_says_here_who_may_call_it()
    {
        var routes = Server
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(
                static endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods,
                static (endpoint, method) => $"{method} {SnakeCase(endpoint.RoutePattern.RawText!)}"
            );

        Assert.Equal(
            Operations.All.Select(static operation => operation.ToString()).Order(StringComparer.Ordinal),
            routes.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task Nobody_calls_it_without_a_key_of_the_right_kind(string method, string path)
    {
        var operation = Operations.Find(method, path);
        var scene = await SceneAsync(operation);
        var callers = new List<(string Who, string? Key, bool May)>
        {
            ("nobody", null, operation.Callers == Callers.Anyone),
            ("an empty key", "", operation.Callers == Callers.Anyone),
            ("a wrong key", "sch_prod_nobodyhasthiskey000000000000000000", operation.Callers == Callers.Anyone),
            ("a key cut short", Keys.Production[..^1], operation.Callers == Callers.Anyone),
            ("a publishable key", scene["api_key_id"], operation.Callers <= Callers.AnyKey),
            ("a read-only key", await KeyAsync(scene, readOnly: true), operation.Callers <= Callers.Readers),
            (
                "a read-only key with all scopes",
                await KeyAsync(
                    scene,
                    readOnly: true,
                    ApiKeyScope.Admin,
                    ApiKeyScope.Capture,
                    ApiKeyScope.Read,
                    ApiKeyScope.Write
                ),
                operation.Callers <= Callers.Readers
            ),
            (
                "the scope capture",
                await KeyAsync(scene, readOnly: false, ApiKeyScope.Capture),
                operation.Callers <= Callers.AnySecretKey
            ),
            (
                "the scope read",
                await KeyAsync(scene, readOnly: false, ApiKeyScope.Read),
                operation.Callers <= Callers.Readers
            ),
            (
                "the scope write",
                await KeyAsync(scene, readOnly: false, ApiKeyScope.Write),
                operation.Callers is Callers.Writers or <= Callers.AnySecretKey
            ),
            (
                "the scopes read and write",
                await KeyAsync(scene, readOnly: false, ApiKeyScope.Read, ApiKeyScope.Write),
                operation.Callers <= Callers.Writers
            ),
            (
                "the scope admin",
                await KeyAsync(scene, readOnly: false, ApiKeyScope.Admin),
                operation.Callers <= Callers.Admins
            ),
        };
        // What environments held that were deleted before goes on the server's own time.
        await Server.Services.GetRequiredService<EnvironmentRemoval>().RunAsync(Cancellation);
        await TableDump.AssertUnchangedAsync(
            attempt => attempt == 1 ? Task.FromResult(scene) : SceneAsync(operation),
            _ => TableDump.OfAsync(Server),
            async stage =>
            {
                foreach (var (who, key, _) in callers.Where(static caller => !caller.May))
                {
                    var answer = await SendAsync(method, operation.Address(stage), operation.Json(stage), key);

                    Assert.True(answer.Status == Refusal(who), $"{who}: {answer.Status} {answer.Text}");
                    AssertSentence(answer.Error);
                    AssertNothingLeaks(answer, stage);
                }
            }
        );
        foreach (var (who, key, _) in callers.Where(caller => caller.May && !operation.Writes))
        {
            var answer = await SendAsync(method, operation.Address(scene), operation.Json(scene), key);

            Assert.True((int)answer.Status == StatusFor(operation), $"{who}: {answer.Status} {answer.Text}");
        }

        // Writing once is enough to know that it can be done: the last of those who may is the mightiest.
        if (operation.Writes && callers.LastOrDefault(static caller => caller.May) is { Key: { } mighty })
        {
            var answer = await SendAsync(method, operation.Address(scene), operation.Json(scene), mighty);
            Assert.True((int)answer.Status == StatusFor(operation), $"{answer.Status} {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task Another_environments_key_sees_and_changes_nothing_here(string method, string path)
    {
        var operation = Operations.Find(method, path);
        var scene = await SceneAsync(operation);
        await TableDump.AssertUnchangedAsync(
            attempt => attempt == 1 ? Task.FromResult(scene) : SceneAsync(operation),
            stage => TableDump.OfEnvironmentAsync(Server, stage["environment_id"]),
            async stage =>
            {
                var answer = await SendAsync(method, operation.Address(stage), operation.Json(stage), Keys.Staging);

                Assert.True((int)answer.Status == operation.Foreign, $"{answer.Status} {answer.Text}");
                if (operation.Foreign >= 400)
                    AssertSentence(answer.Error);
                // Its own entries name what it asked for.
                else if (operation.Callers != Callers.Anyone && path != "/audit-log")
                    AssertNothingLeaks(answer, stage);
            }
        );
    }

    [Theory]
    [MemberData(nameof(EveryOperation))]
    public async Task The_console_may_call_everything(string method, string path)
    {
        var operation = Operations.Find(method, path);
        var scene = await SceneAsync(operation);
        // Production stays, for the other tests.
        var environment =
            path == "/environments/{environment_id}" ? (await NewEnvironmentAsync()).Id : scene["environment_id"];
        var address = operation.Address(scene).Replace(scene["environment_id"], environment, StringComparison.Ordinal);

        var answer = await SendAsync(method, address, operation.Json(scene), Keys.Console, scene["environment_id"]);

        Assert.True((int)answer.Status == operation.Status, $"{answer.Status} {answer.Text}");
    }

    [Theory]
    [InlineData("GET", "/nosuch")]
    [InlineData("POST", "/companies/lookup")]
    [InlineData("GET", "/companies/x/y")]
    [InlineData("PATCH", "/companies")]
    public async Task What_is_no_operation_says_so_whoever_asks(string method, string path)
    {
        foreach (var key in new[] { null, Keys.Production, "wrong" })
        {
            var answer = await SendAsync(method, path, apiKey: key);

            Assert.True(
                answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed,
                answer.Status.ToString()
            );
            AssertSentence(answer.Error);
        }
    }

    // The keys here are Production's.
    private static int StatusFor(Operation operation) => operation.NeedsWholeAccount ? 403 : operation.Status;

    private static HttpStatusCode Refusal(string who) =>
        who is "nobody" or "an empty key" or "a wrong key" or "a key cut short"
            ? HttpStatusCode.Unauthorized
            : HttpStatusCode.Forbidden;

    private static void AssertNothingLeaks(Reply answer, Scene scene) =>
        Assert.All(scene.Private, value => Assert.DoesNotContain(value, Data(answer), StringComparison.Ordinal));

    // What a caller sent is told back to it, and no leak.
    private static string Data(Reply answer) =>
        answer.Json.TryGetProperty("data", out var data) ? data.GetRawText() : answer.Text;

    // What is only read can be read by all tests of a server; it would be several hundred scenes otherwise.
    private Task<Scene> SceneAsync(Operation operation) =>
        operation.Writes ? Scene.SetAsync(Server) : Props.GetValue(Server, NewProps).Scene;

    private async Task<string> KeyAsync(Scene scene, bool readOnly, params ApiKeyScope[] scopes)
    {
        var keys = Props.GetValue(Server, NewProps).Keys;
        var kind = $"{readOnly} {string.Join(' ', scopes)}";
        if (!keys.TryGetValue(kind, out var secret))
        {
            var created = await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = Unique("key"),
                    EnvironmentId = scene["environment_id"],
                    Readonly = readOnly,
                    Scopes = scopes.Length == 0 ? null : scopes,
                },
                Cancellation
            );
            keys.Add(kind, secret = created.Data.Secret);
        }

        return secret;
    }

    private static StageProps NewProps(ApiServer server) => new(Scene.SetAsync(server), []);

    // {documentName} is the framework's own spelling.
    private static string SnakeCase(string pattern) =>
        Capital().Replace(pattern, static match => $"_{match.Value.ToLower(CultureInfo.InvariantCulture)}");

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Capital();

    private sealed record StageProps(Task<Scene> Scene, Dictionary<string, string> Keys);
}

public sealed class AccessTestsOnSqlite(SqliteApi api) : AccessTests(api), IClassFixture<SqliteApi>;

public sealed class AccessTestsOnPostgreSql(PostgreSqlApi api) : AccessTests(api), IClassFixture<PostgreSqlApi>;
