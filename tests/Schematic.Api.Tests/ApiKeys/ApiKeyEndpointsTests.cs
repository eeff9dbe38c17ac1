using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.ApiKeys;

public abstract class ApiKeyEndpointsTests(ApiFixture api) : ApiTopic(api)
{
    [Theory]
    [InlineData(EnvironmentType.Production, "sch_prod_")]
    [InlineData(EnvironmentType.Staging, "sch_stag_")]
    [InlineData(EnvironmentType.Development, "sch_dev_")]
    public async Task A_secret_tells_its_type_of_environment(EnvironmentType type, string prefix)
    {
        var environment = await NewEnvironmentAsync(type);

        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Key", EnvironmentId = environment.Id },
                Cancellation
            )
        ).Data;

        Assert.Matches($@"\A{prefix}[A-Za-z0-9]{{32}}\z", key.Secret);
        Assert.Equal((environment.Id, environment.Name), (key.EnvironmentId, key.Environment!.Name));
        Assert.Equal(
            environment.Id,
            (await Server.Gateway(key.Secret).ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId
        );
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_stored_nowhere()
    {
        var created = await SendAsync("POST", "/api-keys", """{"name":"Once"}""", Keys.Console);
        var secret = created.Data.GetProperty("secret").GetString()!;
        var id = created.Data.GetProperty("id").GetString()!;

        foreach (
            var (method, path, body) in new[]
            {
                ("GET", $"/api-keys/{id}", null),
                ("GET", "/api-keys?require_environment=false&limit=250", null),
                ("PUT", $"/api-keys/{id}", """{"name":"Twice"}"""),
                ("GET", "/whoami", null),
            }
        )
        {
            var answer = await SendAsync(method, path, body, Keys.Console);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.DoesNotContain(secret[9..], answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            await TableDump.OfAsync(Server),
            row => row.Contains(secret[9..], StringComparison.Ordinal)
        );
        Assert.DoesNotContain(secret, Server.Logs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_key_may_do_is_everything_unless_it_is_said()
    {
        var full = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Full" }, Cancellation)
        ).Data;
        var reading = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Reading", Readonly = true },
                Cancellation
            )
        ).Data;
        var some = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = "Some",
                    Scopes = [ApiKeyScope.Write, ApiKeyScope.Capture, ApiKeyScope.Write],
                },
                Cancellation
            )
        ).Data;

        Assert.Equal([ApiKeyScope.Admin, ApiKeyScope.Capture, ApiKeyScope.Read, ApiKeyScope.Write], full.Scopes);
        Assert.Equal([ApiKeyScope.Read], reading.Scopes);
        Assert.True(reading.Readonly);
        Assert.Equal([ApiKeyScope.Capture, ApiKeyScope.Write], some.Scopes);
        Assert.Null(full.EnvironmentId);
    }

    [Fact]
    public async Task A_key_of_an_environment_manages_the_keys_of_that_environment_alone()
    {
        var staging = (await Staging.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;
        var production = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data;
        var ofAccount = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Account" }, Cancellation)
        ).Data;

        var mine = (
            await Staging.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Mine" }, Cancellation)
        ).Data;
        var listed = (
            await Staging.ApiKeys.ListAsync(new ApiKeysQuery { RequireEnvironment = false }, Cancellation)
        ).Data;

        Assert.Equal(staging, mine.EnvironmentId);
        Assert.All(listed, key => Assert.Equal(staging, key.EnvironmentId));
        Assert.Contains(listed, key => key.Id == mine.Id);
        Assert.Equal(
            listed.Count,
            (await Staging.ApiKeys.CountAsync(new ApiKeysQuery { RequireEnvironment = false }, Cancellation)).Data.Count
        );
        Assert.Empty(
            (
                await Staging.ApiKeys.ListAsync(
                    new ApiKeysQuery { RequireEnvironment = false, EnvironmentId = production.EnvironmentId },
                    Cancellation
                )
            ).Data
        );
        foreach (var foreign in new[] { ofAccount.Id, production.ApiKeyId! })
        {
            await RefusedAsync(HttpStatusCode.NotFound, () => Staging.ApiKeys.GetAsync(foreign, Cancellation));
            await RefusedAsync(HttpStatusCode.NotFound, () => Staging.ApiKeys.DeleteAsync(foreign, Cancellation));
        }

        await RefusedAsync(
            HttpStatusCode.NotFound,
            () =>
                Staging.ApiKeys.CreateAsync(
                    new CreateApiKeyRequestBody { Name = "Theirs", EnvironmentId = production.EnvironmentId },
                    Cancellation
                )
        );
    }

    [Fact]
    public async Task Keys_are_listed_newest_first_and_filtered_as_they_are_counted()
    {
        var environment = await NewEnvironmentAsync();
        var older = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Older", EnvironmentId = environment.Id },
                Cancellation
            )
        ).Data;
        var newer = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Newer", EnvironmentId = environment.Id },
                Cancellation
            )
        ).Data;
        var account = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Account" }, Cancellation)
        ).Data;
        var query = new ApiKeysQuery { RequireEnvironment = true, EnvironmentId = environment.Id };

        Assert.Equal(
            [newer.Id, older.Id],
            (await Console.ApiKeys.ListAsync(query, Cancellation)).Data.Select(static key => key.Id)
        );
        Assert.Equal(
            [older.Id],
            (await Console.ApiKeys.ListAsync(query with { Limit = 1, Offset = 1 }, Cancellation)).Data.Select(
                static key => key.Id
            )
        );
        Assert.Equal(2, (await Console.ApiKeys.CountAsync(query, Cancellation)).Data.Count);
        Assert.DoesNotContain(
            (
                await Console.ApiKeys.ListAsync(
                    new ApiKeysQuery { RequireEnvironment = true, Limit = 250 },
                    Cancellation
                )
            ).Data,
            key => key.Id == account.Id
        );
        Assert.Contains(
            (
                await Console.ApiKeys.ListAsync(
                    new ApiKeysQuery { RequireEnvironment = false, Limit = 250 },
                    Cancellation
                )
            ).Data,
            key => key.Id == account.Id
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("GET", "/api-keys")).Status);
    }

    [Theory]
    [InlineData("""{"name":"New"}""", "New", "About", 50)]
    [InlineData("""{"description":"Other"}""", "Old", "Other", 50)]
    [InlineData("""{"description":null}""", "Old", null, 50)]
    [InlineData("""{"rate_limit_percent":null}""", "Old", "About", null)]
    [InlineData("""{"rate_limit_percent":0}""", "Old", "About", 0)]
    [InlineData("""{"name":null}""", "Old", "About", 50)]
    [InlineData("""{}""", "Old", "About", 50)]
    public async Task An_update_keeps_what_is_left_out_and_clears_what_is_null(
        string body,
        string name,
        string? description,
        int? percent
    )
    {
        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = "Old",
                    Description = "About",
                    RateLimitPercent = 50,
                },
                Cancellation
            )
        ).Data;

        var answer = await SendAsync("PUT", $"/api-keys/{key.Id}", body, Keys.Console);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var updated = (await Console.ApiKeys.GetAsync(key.Id, Cancellation)).Data;
        Assert.Equal((name, description, percent), (updated.Name, updated.Description, (int?)updated.RateLimitPercent));
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once()
    {
        var key = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Short-lived" }, Cancellation)
        ).Data;
        var gateway = Server.Gateway(key.Secret);
        await gateway.ApiKeys.WhoAmIAsync(Cancellation);

        await gateway.ApiKeys.DeleteAsync(key.Id, Cancellation);

        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.ApiKeys.WhoAmIAsync(Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Console.ApiKeys.DeleteAsync(key.Id, Cancellation));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("GET", "/whoami", apiKey: key.Id)).Status);
    }

    [Fact]
    public async Task A_key_of_the_account_names_its_environment_with_each_request()
    {
        var environment = await NewEnvironmentAsync();
        var key = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Account" }, Cancellation)
        ).Data;

        var without = await SendAsync("GET", "/companies", apiKey: key.Secret);
        var with = await SendAsync("GET", "/companies", apiKey: key.Secret, environmentId: environment.Id);
        var unknown = await SendAsync("GET", "/companies", apiKey: key.Secret, environmentId: "env_nobody");
        var shared = await SendAsync("GET", "/environments", apiKey: key.Secret);

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Contains("X-Schematic-Environment-Id", without.Error, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, with.Status);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal(HttpStatusCode.OK, shared.Status);
        Assert.Equal("sch_acct_", key.Secret[..9]);
    }

    [Fact]
    public async Task A_key_of_an_environment_may_name_that_one_and_no_other()
    {
        var mine = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;
        var other = (await Staging.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;

        Assert.Equal(HttpStatusCode.OK, (await SendAsync("GET", "/companies", environmentId: mine)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("GET", "/companies", environmentId: other)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("GET", "/whoami", environmentId: other)).Status);
    }

    [Fact]
    public async Task When_a_key_was_last_used_appears_and_survives_a_restart()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var key = (
            await server
                .Gateway(Keys.Console)
                .ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Used" }, Cancellation)
        ).Data;
        Assert.Null((await server.Gateway(Keys.Console).ApiKeys.GetAsync(key.Id, Cancellation)).Data.LastUsedAt);
        await server.Gateway(key.Secret).ApiKeys.WhoAmIAsync(Cancellation);
        var used = (await server.Gateway(Keys.Console).ApiKeys.GetAsync(key.Id, Cancellation)).Data.LastUsedAt;

        await server.RestartAsync();

        Assert.NotNull(used);
        Assert.Equal(used, (await server.Gateway(Keys.Console).ApiKeys.GetAsync(key.Id, Cancellation)).Data.LastUsedAt);
    }
}

public sealed class ApiKeyEndpointsTestsOnSqlite(SqliteApi api) : ApiKeyEndpointsTests(api), IClassFixture<SqliteApi>;

public sealed class ApiKeyEndpointsTestsOnPostgreSql(PostgreSqlApi api)
    : ApiKeyEndpointsTests(api),
        IClassFixture<PostgreSqlApi>
{
    [Fact]
    public async Task A_change_made_by_another_instance_is_known_here_within_a_second()
    {
        var connection = Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString;
        await using var other = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["ConnectionStrings:Schematic"] = connection },
            }
        );
        var key = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Everywhere" }, Cancellation)
        ).Data;

        // The interval of polling is shorter than a second; the rest is for a busy machine.
        await Poll.UntilAsync(
            "the new key to work elsewhere",
            TimeSpan.FromSeconds(1),
            async () =>
                (await other.SendAsync("GET", "/whoami", null, key.Secret)).Status is HttpStatusCode.OK
                    ? null
                    : "not yet",
            Cancellation
        );
        await Console.ApiKeys.DeleteAsync(key.Id, Cancellation);
        await Poll.UntilAsync(
            "the revoked key to stop elsewhere",
            TimeSpan.FromSeconds(1),
            async () =>
                (await other.SendAsync("GET", "/whoami", null, key.Secret)).Status is HttpStatusCode.Unauthorized
                    ? null
                    : "it works",
            Cancellation
        );
    }
}
