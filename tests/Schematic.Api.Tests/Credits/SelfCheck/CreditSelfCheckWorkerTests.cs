using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Credits.SelfCheck;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Credits.SelfCheck;

public abstract class CreditSelfCheckWorkerTests(DatabaseProvider provider)
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_hour_one_of_several_instances_checks_an_environment_that_has_credits()
    {
        await using var server = await ApiServer.StartAsync(provider, new ApiServerOptions { Clock = _clock });
        var worker = server.Services.GetRequiredService<CreditSelfCheckWorker>();
        await worker.StopAsync(Cancellation);
        Assert.Equal(0, await worker.RunAsync(Cancellation));
        await server
            .Gateway()
            .Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = "Credits",
                    Description = "",
                    Currency = "usd",
                },
                Cancellation
            );

        Assert.Equal(1, (await Task.WhenAll(worker.RunAsync(Cancellation), worker.RunAsync(Cancellation))).Sum());
        _clock.Advance(CreditSelfCheckWorker.Interval - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await worker.RunAsync(Cancellation));
        // Whatever was missed is one check.
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await worker.RunAsync(Cancellation));
        var last = (await server.Gateway().CompanyCredits.GetSelfCheckAsync(Cancellation)).Data;
        Assert.Equal(
            (0L, 0L, (DateTimeOffset?)_clock.GetUtcNow()),
            (last.Accounts, last.DifferenceCount, last.CheckedAt)
        );
    }
}

public sealed class CreditSelfCheckWorkerTestsOnSqlite() : CreditSelfCheckWorkerTests(DatabaseProvider.Sqlite);

public sealed class CreditSelfCheckWorkerTestsOnPostgreSql() : CreditSelfCheckWorkerTests(DatabaseProvider.PostgreSql);
