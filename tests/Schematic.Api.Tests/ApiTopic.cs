using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Contracts.Environments;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

// They wait for timers, servers and databases more than they compute.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Schematic.Api.Tests;

/// <summary>One topic of the server's tests: a server shared by all of them, on one of the two databases.</summary>
public abstract class ApiTopic(ApiFixture api)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ApiFixture Api => api;

    protected ApiServer Server => api.Server;

    /// <summary>A full key of the environment Production.</summary>
    protected SchematicGateway Production => api.Server.Gateway();

    protected SchematicGateway Staging => api.Server.Gateway(Keys.Staging);

    /// <summary>The console, which speaks of the account.</summary>
    protected SchematicGateway Console => api.Server.Gateway(Keys.Console);

    /// <summary>A text nobody else uses.</summary>
    protected static string Unique(string stem) => $"{stem}-{Guid.NewGuid():n}";

    /// <summary>An environment that only this test fills.</summary>
    protected async Task<SchematicGateway> EmptyEnvironmentAsync() =>
        Server.Gateway(Keys.Console, (await NewEnvironmentAsync()).Id);

    protected async Task<EnvironmentDetailResponseData> NewEnvironmentAsync(
        EnvironmentType type = EnvironmentType.Development
    ) =>
        (
            await Console.Environments.CreateAsync(
                new CreateEnvironmentRequestBody { Name = Unique("environment"), EnvironmentType = type },
                Cancellation
            )
        ).Data;

    /// <summary>The seq of an environment that only this test fills, for what is tested below the API.</summary>
    protected async Task<int> NewEnvironmentSeqAsync()
    {
        var id = (await NewEnvironmentAsync()).Id;
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return (await db.Environments.SingleAsync(row => row.Id == id, Cancellation)).Seq;
    }

    /// <summary>Fails unless the call is refused with this status, and with a sentence.</summary>
    protected static async Task<string> RefusedAsync(HttpStatusCode status, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<GatewayException>(call);
        Assert.True(refusal.Status == status, $"{refusal.Status}: {refusal.Message}");
        AssertSentence(refusal.Message);
        return refusal.Message;
    }

    protected static void AssertSentence(string error)
    {
        Assert.Matches(@"\A\S.*[.)]\z", error);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    /// <summary>Sends what the gateway would not, and reads the answer whatever it is.</summary>
    protected Task<Reply> SendAsync(
        string method,
        string path,
        string? json = null,
        string? apiKey = Keys.Production,
        string? environmentId = null
    ) => Server.SendAsync(method, path, json is null ? null : Encoding.UTF8.GetBytes(json), apiKey, environmentId);
}

/// <summary>An answer, read.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public JsonElement Data => Json.GetProperty("data");

    public string Error => Json.GetProperty("error").GetString()!;
}

public static class ApiServerRequests
{
    public static async Task<Reply> SendAsync(
        this ApiServer server,
        string method,
        string path,
        byte[]? body,
        string? apiKey,
        string? environmentId = null,
        bool chunked = false
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (apiKey is not null)
            request.Headers.TryAddWithoutValidation(GatewayHeaders.ApiKey, apiKey);
        if (environmentId is not null)
            request.Headers.Add(GatewayHeaders.EnvironmentId, environmentId);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.TransferEncodingChunked = chunked;
        }

        using var http = server.Http();
        // A server closes the connection on a body it will not read; a client that asks first gets the answer.
        request.Headers.ExpectContinue = !chunked && body?.Length > 1024 * 1024;
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer.Headers
        );
    }
}
