using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Companies;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;

namespace Schematic.Testing.Tests.Hosting;

public sealed class ApiServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_server_lives_by_the_clock_it_is_given(DatabaseProvider provider)
    {
        var clock = new TestClock();
        await using var server = await ApiServer.StartAsync(provider, new ApiServerOptions { Clock = clock });

        var company = await server
            .Gateway()
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["crm"] = "1" } },
                Cancellation
            );

        Assert.Equal(clock.GetUtcNow(), company.Data.CreatedAt);
    }

    [Fact]
    public async Task The_last_word_on_services_is_the_tests()
    {
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions { Services = static services => services.AddSingleton("the test's") }
        );

        Assert.Equal("the test's", server.Services.GetRequiredService<string>());
    }

    [Fact]
    public async Task What_a_server_wrote_is_there_after_a_restart_and_gone_with_it()
    {
        string folder;
        await using (var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite))
        {
            folder = server.DataPath;
            var body = new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["crm"] = "1" } };
            var before = await server.Gateway().Companies.UpsertAsync(body, Cancellation);

            await server.RestartAsync();

            Assert.Equal(before.Data.Id, (await server.Gateway().Companies.UpsertAsync(body, Cancellation)).Data.Id);
            Assert.Empty(server.Logs.Errors);
        }

        Assert.False(Directory.Exists(folder));
    }
}
