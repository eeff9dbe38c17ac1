using System.Net;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.ApiKeys;

public abstract class WhoAmITests(ApiFixture api)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Keys.Production, EnvironmentType.Production, "Production")]
    [InlineData(Keys.Staging, EnvironmentType.Staging, "Staging")]
    [InlineData(Keys.Development, EnvironmentType.Development, "Development")]
    public async Task A_bootstrap_key_sees_the_environment_of_its_type_and_no_other(
        string key,
        EnvironmentType type,
        string name
    )
    {
        var answer = await api.Server.Gateway(key).ApiKeys.WhoAmIAsync(Cancellation);

        Assert.Equal(ActorType.ApiKey, answer.Data.ActorType);
        var environment = Assert.Single(answer.Data.Environments);
        Assert.Equal(
            (type, name, answer.Data.EnvironmentId),
            (environment.EnvironmentType, environment.Name, environment.Id)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sch_prod_nobodyhasthiskey000000000000000000")]
    public async Task Without_a_known_key_nobody_is_anybody(string? key)
    {
        using var answer = await api.Server.Http(key).GetAsync("/whoami", Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_still_works_after_a_restart()
    {
        await using var server = await ApiServer.StartAsync(api.Provider);
        var before = await server.Gateway().ApiKeys.WhoAmIAsync(Cancellation);

        await server.RestartAsync();

        var after = await server.Gateway().ApiKeys.WhoAmIAsync(Cancellation);
        Assert.Equal(before.Data.EnvironmentId, after.Data.EnvironmentId);
        Assert.Equal(before.Data.ApiKeyId, after.Data.ApiKeyId);
    }

    [Fact]
    public async Task A_server_nobody_has_set_up_knows_no_key()
    {
        await using var server = await ApiServer.StartAsync(api.Provider, ApiServerOptions.Blank);

        var refusal = await Assert.ThrowsAsync<GatewayException>(() =>
            server.Gateway().ApiKeys.WhoAmIAsync(Cancellation)
        );

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.Status);
    }
}

public sealed class WhoAmITestsOnSqlite(SqliteApi api) : WhoAmITests(api), IClassFixture<SqliteApi>;

public sealed class WhoAmITestsOnPostgreSql(PostgreSqlApi api) : WhoAmITests(api), IClassFixture<PostgreSqlApi>;
