using Schematic.Contracts.Companies;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.Testing.Tests.Hosting;

public sealed class ServerProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_server_that_was_killed_starts_again_with_what_it_had_answered(DatabaseProvider provider)
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, provider);
        using var gateway = server.Gateway();
        var body = new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["crm"] = "1" } };
        var before = await gateway.Companies.UpsertAsync(body, Cancellation);

        await server.KillAsync();
        await server.StartAsync();

        Assert.Equal(before.Data.Id, (await gateway.Companies.UpsertAsync(body, Cancellation)).Data.Id);
        Assert.Equal(0, await server.TerminateAsync());
    }

    [Fact]
    public async Task A_server_that_cannot_start_says_why()
    {
        var wrong = new ApiServerOptions
        {
            Settings = new Dictionary<string, string?> { ["Bootstrap:AdminPassword"] = "short" },
        };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ServerProcess.StartAsync(ServerProgram.Api, DatabaseProvider.Sqlite, wrong)
        );

        Assert.Contains("Bootstrap:AdminPassword", failure.Message, StringComparison.Ordinal);
    }
}
