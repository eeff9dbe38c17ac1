using System.Net;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Hosting;

public abstract class HealthEndpointsTests(ApiFixture api)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_running_server_is_live_and_ready_without_a_key(string path)
    {
        using var answer = await api.Server.Http().GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

public sealed class HealthEndpointsTestsOnSqlite(SqliteApi api) : HealthEndpointsTests(api), IClassFixture<SqliteApi>;

public sealed class HealthEndpointsTestsOnPostgreSql(PostgreSqlApi api)
    : HealthEndpointsTests(api),
        IClassFixture<PostgreSqlApi>;
