using System.Net;
using Microsoft.Extensions.Logging;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Sessions;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Setup;

public abstract class BootstrapTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task An_empty_store_is_filled_once_and_never_again()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } }
        );
        var company = (await server.Gateway().Companies.ListAsync(new CompaniesQuery { Limit = 1 }, Cancellation)).Data[
            0
        ];
        var count = (await server.Gateway().Companies.CountAsync(new CompaniesQuery(), Cancellation)).Data.Count;
        await server.Gateway().Companies.DeleteAsync(company.Id, Cancellation);
        var before = await TableDump.OfAsync(server);

        await server.RestartAsync();

        Assert.True(count > 30, $"Only {count} companies.");
        Assert.Equal(before, await TableDump.OfAsync(server));
        Assert.Equal(
            Admin.Email,
            (
                await server
                    .Gateway(Keys.Console)
                    .Sessions.SignInAsync(
                        new SignInRequestBody { Email = Admin.Email, Password = Admin.Password },
                        Cancellation
                    )
            )
                .Data
                .Email
        );
    }

    [Fact]
    public async Task An_admin_without_keys_gets_an_environment_to_look_at()
    {
        var settings = ApiServerOptions
            .Blank.Settings.Where(static setting => !setting.Key.Contains("Admin", StringComparison.Ordinal))
            .ToDictionary(static setting => setting.Key, static setting => setting.Value);
        await using var server = await ApiServer.StartAsync(Api.Provider, new ApiServerOptions { Settings = settings });

        var environment = Assert.Single(
            (await server.Gateway(Keys.Console).Environments.ListAsync(new EnvironmentsQuery(), Cancellation)).Data
        );

        Assert.Equal(EnvironmentType.Development, environment.EnvironmentType);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await server.SendAsync("GET", "/whoami", null, Keys.Production)).Status
        );
    }

    [Fact]
    public async Task An_account_key_makes_environments_and_names_one_in_each_request()
    {
        const string secret = "sch_acct_chosen-by-the-user";
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            ApiServerOptions.Blank with
            {
                Settings = new Dictionary<string, string?>(ApiServerOptions.Blank.Settings)
                {
                    ["Bootstrap:ApiKeys:account"] = secret,
                },
            }
        );

        var environment = (
            await server
                .Gateway(secret)
                .Environments.CreateAsync(
                    new CreateEnvironmentRequestBody { Name = "Live", EnvironmentType = EnvironmentType.Production },
                    Cancellation
                )
        ).Data;
        var company = await server
            .Gateway(secret, environment.Id)
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "acme.example" } },
                Cancellation
            );

        Assert.Equal(environment.Id, company.Data.EnvironmentId);
        var keys = (
            await server.Gateway(secret).ApiKeys.ListAsync(new() { RequireEnvironment = false }, Cancellation)
        ).Data;
        Assert.Null(Assert.Single(keys).EnvironmentId);
        Assert.Contains(Schematic.Contracts.ApiKeys.ApiKeyScope.Admin, keys[0].Scopes);
        Assert.DoesNotContain(
            secret,
            string.Join('\n', await TableDump.OfAsync(server)) + server.Logs,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Settings_that_come_too_late_are_named_in_one_warning()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?>
                {
                    ["Bootstrap:ApiKeys:account"] = "sch_acct_chosen-by-the-user",
                    ["Bootstrap:SampleData"] = "false",
                },
            }
        );
        Assert.DoesNotContain(server.Logs.Lines, NamesASetting);

        await server.RestartAsync();

        var warning = Assert.Single(server.Logs.Lines, NamesASetting);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Contains(
            "Bootstrap:AdminEmail, Bootstrap:AdminPassword, Bootstrap:ApiKeys:account, Bootstrap:ApiKeys:development, "
                + "Bootstrap:ApiKeys:production, Bootstrap:ApiKeys:staging.",
            warning.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Admin.Email, warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sch_", warning.Message, StringComparison.Ordinal);

        static bool NamesASetting(LogLine line) => line.Message.Contains("Bootstrap:", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_to_skip_nothing_is_said_of_them()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, ApiServerOptions.Blank);

        await server.RestartAsync();

        Assert.DoesNotContain(
            server.Logs.Lines,
            static line => line.Message.Contains("not applied", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task No_secret_and_no_password_is_stored_or_logged()
    {
        var everything = string.Join('\n', await TableDump.OfAsync(Server)) + Server.Logs;

        foreach (var secret in new[] { Keys.Production, Keys.Staging, Keys.Development, Keys.Console, Admin.Password })
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
    }
}

public sealed class BootstrapTestsOnSqlite(SqliteApi api) : BootstrapTests(api), IClassFixture<SqliteApi>;

public sealed class BootstrapTestsOnPostgreSql(PostgreSqlApi api) : BootstrapTests(api), IClassFixture<PostgreSqlApi>;
