using System.Net;
using System.Text.RegularExpressions;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Setup;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Setup;

public abstract partial class SetupStoreTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly SetupRequestBody Body = new()
    {
        FromLoopback = true,
        AdminEmail = " Grace@Example.com ",
        AdminPassword = "long enough indeed",
        EnvironmentName = "Live",
        EnvironmentType = EnvironmentType.Production,
        SampleData = true,
    };

    [Fact]
    public async Task The_first_visitor_sets_the_installation_up_once()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, ApiServerOptions.Blank);
        var console = server.Gateway(Keys.Console);
        Assert.True((await console.Setup.GetSetupAsync(Cancellation)).Data.Required);

        var made = (await console.Setup.SetUpAsync(Body, Cancellation)).Data;

        Assert.False((await console.Setup.GetSetupAsync(Cancellation)).Data.Required);
        Assert.Equal(("Live", EnvironmentType.Production), (made.Environment.Name, made.Environment.EnvironmentType));
        Assert.StartsWith("sch_prod_", made.ApiKey.Secret, StringComparison.Ordinal);
        Assert.True(
            (await server.Gateway(made.ApiKey.Secret).Companies.CountAsync(new CompaniesQuery(), Cancellation))
                .Data
                .Count > 30
        );
        Assert.Equal(
            "grace@example.com",
            (
                await server
                    .Gateway(Keys.Console, sessionToken: made.Session.Token)
                    .Sessions.GetSessionAsync(Cancellation)
            )
                .Data
                .Email
        );
        Assert.NotNull(
            (
                await console.Sessions.SignInAsync(
                    new SignInRequestBody { Email = "GRACE@example.com", Password = "long enough indeed" },
                    Cancellation
                )
            )
                .Data
                .Token
        );
        await RefusedAsync(HttpStatusCode.Conflict, () => console.Setup.SetUpAsync(Body, Cancellation));
    }

    [Fact]
    public async Task A_visitor_from_elsewhere_shows_the_code_from_the_log()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, ApiServerOptions.Blank);
        var console = server.Gateway(Keys.Console);
        var code = Code().Match(server.Logs.ToString()).Value;

        await RefusedAsync(
            HttpStatusCode.Forbidden,
            () => console.Setup.SetUpAsync(Body with { FromLoopback = false }, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.Forbidden,
            () =>
                console.Setup.SetUpAsync(Body with { FromLoopback = false, Code = "AAAA-AAAA-AAAA-AAAA" }, Cancellation)
        );
        Assert.True((await console.Setup.GetSetupAsync(Cancellation)).Data.Required);

        await console.Setup.SetUpAsync(
            Body with
            {
                FromLoopback = false,
                Code = $" {code.ToLowerInvariant()} ",
                SampleData = false,
            },
            Cancellation
        );
    }

    [Fact]
    public async Task Of_visitors_at_once_one_wins()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, ApiServerOptions.Blank);
        var console = server.Gateway(Keys.Console);

        var refused = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async i =>
                {
                    try
                    {
                        await console.Setup.SetUpAsync(
                            Body with
                            {
                                AdminEmail = $"admin{i}@example.com",
                                SampleData = false,
                            },
                            Cancellation
                        );
                    }
                    catch (GatewayException refusal) when (refusal.IsConflict)
                    {
                        Interlocked.Increment(ref refused);
                    }
                })
        );

        Assert.Equal(7, refused);
        Assert.Single((await console.Environments.ListAsync(new EnvironmentsQuery(), Cancellation)).Data);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@")]
    [InlineData("@b")]
    public async Task An_admin_has_an_email_address(string email)
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, ApiServerOptions.Blank);
        var console = server.Gateway(Keys.Console);

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => console.Setup.SetUpAsync(Body with { AdminEmail = email }, Cancellation)
        );

        Assert.True((await console.Setup.GetSetupAsync(Cancellation)).Data.Required);
    }

    [GeneratedRegex("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}")]
    private static partial Regex Code();
}

public sealed class SetupStoreTestsOnSqlite(SqliteApi api) : SetupStoreTests(api), IClassFixture<SqliteApi>;

public sealed class SetupStoreTestsOnPostgreSql(PostgreSqlApi api) : SetupStoreTests(api), IClassFixture<PostgreSqlApi>;
