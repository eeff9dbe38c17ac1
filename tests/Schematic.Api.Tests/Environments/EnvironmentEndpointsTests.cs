using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Users;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Environments;

public abstract class EnvironmentEndpointsTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task An_environment_is_created_renamed_and_listed_newest_first()
    {
        var first = await NewEnvironmentAsync();
        var second = await NewEnvironmentAsync(EnvironmentType.Staging);

        var renamed = (
            await Console.Environments.UpdateAsync(
                first.Id,
                new UpdateEnvironmentRequestBody { Name = "Renamed 🚀" },
                Cancellation
            )
        ).Data;
        var retyped = (
            await Console.Environments.UpdateAsync(
                first.Id,
                new UpdateEnvironmentRequestBody { EnvironmentType = EnvironmentType.Production },
                Cancellation
            )
        ).Data;

        Assert.Empty(first.ApiKeys);
        Assert.Equal(("Renamed 🚀", EnvironmentType.Development), (renamed.Name, renamed.EnvironmentType));
        Assert.Equal(("Renamed 🚀", EnvironmentType.Production), (retyped.Name, retyped.EnvironmentType));
        Assert.Equal(
            [second.Id, first.Id],
            (
                await Console.Environments.ListAsync(
                    new EnvironmentsQuery { Ids = [first.Id, second.Id] },
                    Cancellation
                )
            ).Data.Select(static environment => environment.Id)
        );
        Assert.Equal(
            2,
            (await SendAsync("GET", $"/environments/count?ids={first.Id},{second.Id}", apiKey: Keys.Console))
                .Data.GetProperty("count")
                .GetInt32()
        );
        Assert.Equal("Renamed 🚀", (await Console.Environments.GetAsync(first.Id, Cancellation)).Data.Name);
    }

    [Fact]
    public async Task A_key_of_an_environment_sees_that_one_and_makes_and_deletes_none()
    {
        var mine = Assert.Single((await Staging.Environments.ListAsync(new EnvironmentsQuery(), Cancellation)).Data);
        var other = await NewEnvironmentAsync();

        await RefusedAsync(HttpStatusCode.NotFound, () => Staging.Environments.GetAsync(other.Id, Cancellation));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () =>
                Staging.Environments.UpdateAsync(
                    other.Id,
                    new UpdateEnvironmentRequestBody { Name = "Mine" },
                    Cancellation
                )
        );
        await RefusedAsync(
            HttpStatusCode.Forbidden,
            () =>
                Staging.Environments.CreateAsync(
                    new CreateEnvironmentRequestBody { Name = "More", EnvironmentType = EnvironmentType.Staging },
                    Cancellation
                )
        );
        await RefusedAsync(HttpStatusCode.Forbidden, () => Staging.Environments.DeleteAsync(mine.Id, Cancellation));

        Assert.Equal(
            1,
            (await SendAsync("GET", "/environments/count", apiKey: Keys.Staging)).Data.GetProperty("count").GetInt32()
        );
    }

    [Fact]
    public async Task A_key_of_the_account_makes_and_deletes_environments()
    {
        var account = Server.Gateway(
            (await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "Account" }, Cancellation))
                .Data
                .Secret
        );

        var environment = (
            await account.Environments.CreateAsync(
                new CreateEnvironmentRequestBody { Name = "Made by a key", EnvironmentType = EnvironmentType.Staging },
                Cancellation
            )
        ).Data;
        var deleted = (await account.Environments.DeleteAsync(environment.Id, Cancellation)).Data;

        Assert.True(deleted.Deleted);
        await RefusedAsync(HttpStatusCode.NotFound, () => account.Environments.GetAsync(environment.Id, Cancellation));
    }

    [Fact]
    public async Task A_deleted_environment_is_gone_at_once_with_its_keys_and_later_with_all_it_held()
    {
        var environment = await NewEnvironmentAsync();
        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Key", EnvironmentId = environment.Id },
                Cancellation
            )
        ).Data;
        var gateway = Server.Gateway(key.Secret);
        var mark = Unique("mark");
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = mark } },
            Cancellation
        );
        await gateway.Users.UpsertAsync(
            new UpsertUserRequestBody
            {
                Keys = new Dictionary<string, string> { ["email"] = mark },
                Company = new Dictionary<string, string> { ["domain"] = mark },
            },
            Cancellation
        );
        await SaveRulesAsync(gateway, mark);

        await Console.Environments.DeleteAsync(environment.Id, Cancellation);

        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.ApiKeys.WhoAmIAsync(Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Console.Environments.GetAsync(environment.Id, Cancellation));
        await RefusedAsync(HttpStatusCode.NotFound, () => Console.ApiKeys.GetAsync(key.Id, Cancellation));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Server.Gateway(Keys.Console, environment.Id).Companies.ListAsync(new CompaniesQuery(), Cancellation)
        );
        Assert.DoesNotContain(
            (await Console.Environments.ListAsync(new EnvironmentsQuery { Limit = 250 }, Cancellation)).Data,
            row => row.Id == environment.Id
        );

        await Server.Services.GetRequiredService<EnvironmentRemoval>().RunAsync(Cancellation);

        Assert.DoesNotContain(
            await TableDump.OfAsync(Server),
            row =>
                row.Contains(mark, StringComparison.Ordinal) || row.Contains(environment.Id, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_last_environment_stays_however_many_try_to_delete_it()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var console = server.Gateway(Keys.Console);
        var environments = (await console.Environments.ListAsync(new EnvironmentsQuery(), Cancellation)).Data;

        var refused = 0;
        await Task.WhenAll(
            environments.Select(async environment =>
            {
                var answer = await server.SendAsync("DELETE", $"/environments/{environment.Id}", null, Keys.Console);
                if (answer.Status == HttpStatusCode.Conflict)
                    Interlocked.Increment(ref refused);
            })
        );

        Assert.Equal(3, environments.Count);
        Assert.Equal(1, refused);
        Assert.Single((await console.Environments.ListAsync(new EnvironmentsQuery(), Cancellation)).Data);
    }

    private static async Task SaveRulesAsync(SchematicGateway gateway, string comment)
    {
        var flag = (
            await gateway.Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = Unique("flag"),
                    Name = "",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                Cancellation
            )
        ).Data;
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = "Everybody",
            Priority = 1,
            Value = true,
            Conditions = [],
            ConditionGroups = [],
        };
        await gateway.Flags.UpdateRulesAsync(
            flag.Id,
            new UpdateFlagRulesRequestBody { Rules = [rule], Comment = comment },
            null,
            Cancellation
        );
    }
}

public sealed class EnvironmentEndpointsTestsOnSqlite(SqliteApi api)
    : EnvironmentEndpointsTests(api),
        IClassFixture<SqliteApi>;

public sealed class EnvironmentEndpointsTestsOnPostgreSql(PostgreSqlApi api)
    : EnvironmentEndpointsTests(api),
        IClassFixture<PostgreSqlApi>;
