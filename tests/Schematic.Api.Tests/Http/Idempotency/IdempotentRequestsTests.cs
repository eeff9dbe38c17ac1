using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Http.Binding;
using Schematic.Api.Http.Idempotency;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Companies;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Http.Idempotency;

/// <summary>A request that is sent again with its key.</summary>
public abstract class IdempotentRequestsTests(ApiFixture api) : ApiTopic(api)
{
    [Theory]
    [InlineData("/companies", """{"keys":{"domain":"NAME"}}""")]
    [InlineData("/companies/create", """{"keys":{"domain":"NAME"}}""")]
    [InlineData("/users", """{"keys":{"email":"NAME"}}""")]
    [InlineData("/features", """{"name":"NAME","description":"","feature_type":"event","event_subtype":"NAME"}""")]
    [InlineData("/plans", """{"name":"NAME","description":"","plan_type":"plan"}""")]
    [InlineData("/events", """{"event_type":"track","body":{"event":"NAME"}}""")]
    [InlineData("/event-batch", """{"events":[{"event_type":"track","body":{"event":"NAME"}}]}""")]
    [InlineData("/billing/credits", """{"name":"NAME","description":"","currency":"usd"}""")]
    [InlineData("/environments", """{"name":"NAME","environment_type":"development"}""")]
    public async Task Is_answered_as_it_was(string path, string body)
    {
        var (key, json) = (Unique("key"), body.Replace("NAME", Unique("name"), StringComparison.Ordinal));
        var access = path == "/environments" ? Keys.Console : Keys.Production;

        var first = await PostAsync(path, json, key, access);
        var again = await PostAsync(path, json, key, access);

        Assert.True((int)first.Status is 200 or 201, first.Text);
        Assert.False(first.Headers.Contains(IdempotentRequests.ReplayedHeader));
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        Assert.Equal("true", again.Headers.GetValues(IdempotentRequests.ReplayedHeader).Single());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Is_carried_out_once_however_many_come_at_once()
    {
        var (domain, key) = (Unique("acme"), Unique("key"));
        await NewCompanyAsync(domain);
        var json = $$$"""{"keys":{"domain":"{{{domain}}}"},"trait":"seats","incr":1}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => PostAsync("/company-traits", json, key)));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(static answer => answer.Text).Distinct());
        Assert.Equal(1, answers.Count(static answer => !answer.Headers.Contains(IdempotentRequests.ReplayedHeader)));
        var company = await LookupAsync(domain);
        Assert.Equal(1, company.Traits!["seats"].GetInt32());
    }

    [Fact]
    public async Task Is_carried_out_for_each_key_and_without_one()
    {
        var domain = Unique("acme");
        await NewCompanyAsync(domain);
        var json = $$$"""{"keys":{"domain":"{{{domain}}}"},"trait":"seats","incr":1}""";

        await PostAsync("/company-traits", json, Unique("key"));
        await PostAsync("/company-traits", json, Unique("key"));
        await PostAsync("/company-traits", json, key: null);
        var last = await PostAsync("/company-traits", json, key: null);

        Assert.Equal(4, last.Data.GetProperty("traits").GetProperty("seats").GetInt32());
    }

    [Theory]
    [InlineData("/companies", """{"keys":{"domain":"other"}}""")]
    [InlineData("/companies/create", """{"keys":{"domain":"NAME"}}""")]
    public async Task Is_refused_if_it_is_another_one(string path, string body)
    {
        var (name, key) = (Unique("acme"), Unique("key"));
        await PostAsync("/companies", $$$"""{"keys":{"domain":"{{{name}}}"}}""", key);

        var other = await PostAsync(path, body.Replace("NAME", name, StringComparison.Ordinal), key);

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        AssertSentence(other.Error);
    }

    [Fact]
    public async Task Is_carried_out_if_it_was_refused_before()
    {
        var (domain, key) = (Unique("acme"), Unique("key"));
        var json = $$$"""{"keys":{"domain":"{{{domain}}}"}}""";
        await PostAsync("/companies", json, key: null);
        var refused = await PostAsync("/companies/create", json, key);
        var company = await LookupAsync(domain);
        await Production.Companies.DeleteAsync(company.Id, Cancellation);

        var again = await PostAsync("/companies/create", json, key);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(HttpStatusCode.Created, again.Status);
    }

    [Fact]
    public async Task Is_another_one_in_another_environment()
    {
        var key = Unique("key");
        var json = $$$"""{"keys":{"domain":"{{{Unique("acme")}}}"}}""";

        var here = await PostAsync("/companies", json, key);
        var there = await PostAsync("/companies", json, key, Keys.Staging);

        Assert.NotEqual(here.Data.GetProperty("id").GetString(), there.Data.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Is_refused_if_its_answer_was_never_kept()
    {
        var (domain, key) = (Unique("acme"), Unique("key"));
        var json = $$$"""{"keys":{"domain":"{{{domain}}}"}}""";
        await PostAsync("/companies", json, key);
        await LoseAnswerAsync(key);
        var company = await LookupAsync(domain);
        await Production.Companies.DeleteAsync(company.Id, Cancellation);

        var again = await PostAsync("/companies", json, key);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        AssertSentence(again.Error);
        await RefusedAsync(HttpStatusCode.NotFound, () => LookupAsync(domain));
    }

    [Fact]
    public async Task Shows_no_secret_twice()
    {
        var key = Unique("key");
        var json = $$"""{"name":"{{Unique("key")}}"}""";

        var first = await PostAsync("/api-keys", json, key, Keys.Console);
        var again = await PostAsync("/api-keys", json, key, Keys.Console);

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        Assert.Null((await db.KeptRequests.SingleAsync(row => row.Key == key, Cancellation)).Answer);
    }

    [Fact]
    public async Task Is_told_what_a_key_may_be()
    {
        var json = $$$"""{"keys":{"domain":"{{{Unique("acme")}}}"}}""";

        var longest = await PostAsync("/companies", json, new string('k', IdempotencyKey.MaxLength));
        var tooLong = await PostAsync("/companies", json, new string('k', IdempotencyKey.MaxLength + 1));

        Assert.True((int)longest.Status is 200 or 201, longest.Text);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        AssertSentence(tooLong.Error);
    }

    [Fact]
    public async Task Is_carried_out_again_after_a_day()
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var server = await ApiServer.StartAsync(Server.Provider, new ApiServerOptions { Clock = clock });
        var key = Unique("key");
        const string json = """{"keys":{"domain":"acme"},"trait":"seats","incr":1}""";
        await PostAsync("/companies", """{"keys":{"domain":"acme"}}""", key: null, server: server);
        await PostAsync("/company-traits", json, key, server: server);

        clock.Jump(TimeSpan.FromHours(23.9));
        var before = await PostAsync("/company-traits", json, key, server: server);
        clock.Jump(TimeSpan.FromHours(0.2));
        var after = await PostAsync("/company-traits", json, key, server: server);
        var again = await PostAsync("/company-traits", json, key, server: server);

        Assert.Equal(1, before.Data.GetProperty("traits").GetProperty("seats").GetInt32());
        Assert.Equal(2, after.Data.GetProperty("traits").GetProperty("seats").GetInt32());
        Assert.Equal(after.Text, again.Text);
    }

    private async Task<CompanyDetailResponseData> LookupAsync(string domain) =>
        (
            await Production.Companies.LookupAsync(
                new() { Keys = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;

    private Task NewCompanyAsync(string domain) =>
        Production.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = domain } },
            Cancellation
        );

    // As if the server had been killed between the change and its answer.
    private Task LoseAnswerAsync(string key) =>
        Server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                (db, token) =>
                    db.ExecuteAsync(
                        new SqlText($"UPDATE kept_requests SET status = NULL, answer = NULL WHERE key = {key}"),
                        token
                    ),
                Cancellation
            );

    private async Task<Reply> PostAsync(
        string path,
        string json,
        string? key,
        string apiKey = Keys.Production,
        ApiServer? server = null
    )
    {
        using var http = (server ?? Server).Http(apiKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add(IdempotencyKey.Header, key);
        using var answer = await http.SendAsync(request, Cancellation);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation), answer.Headers);
    }
}

public sealed class IdempotentRequestsTestsOnSqlite(SqliteApi api)
    : IdempotentRequestsTests(api),
        IClassFixture<SqliteApi>;

public sealed class IdempotentRequestsTestsOnPostgreSql(PostgreSqlApi api)
    : IdempotentRequestsTests(api),
        IClassFixture<PostgreSqlApi>;
