using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Credits.Accounts;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditSweeperTests(DatabaseProvider provider)
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leases_and_grants_end_as_of_their_own_time_however_late_somebody_looks()
    {
        await using var server = await ApiServer.StartAsync(provider, new ApiServerOptions { Clock = _clock });
        var gateway = server.Gateway();
        var (companyId, creditId) = await HolderAsync(gateway);
        var lease = (
            await gateway.CompanyCredits.AcquireLeaseAsync(
                new AcquireCreditLeaseRequestBody
                {
                    CompanyId = companyId,
                    CreditTypeId = creditId,
                    RequestedAmount = 60,
                },
                Cancellation
            )
        ).Data;
        var start = _clock.GetUtcNow();

        _clock.Jump(TimeSpan.FromDays(40));
        var sweeper = server.Services.GetRequiredService<CreditSweeper>();
        await Task.WhenAll(sweeper.RunAsync(Cancellation), sweeper.RunAsync(Cancellation));

        Assert.Equal(
            [("Expired", 100d, 30d * 24 * 60), ("LeaseRelease", 60d, 5d), ("LeaseHold", 60d, 0d), ("Grant", 100d, 0d)],
            (await LedgerAsync(gateway, companyId)).Select(row =>
                (
                    row.UsageReason?.ToString() ?? row.ZeroedOutReason?.ToString() ?? row.EventType.ToString(),
                    row.Amount,
                    (row.EventAt - start).TotalMinutes
                )
            )
        );
        var refusal = await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.CompanyCredits.ExtendLeaseAsync(
                lease.Id,
                new ExtendCreditLeaseRequestBody { AdditionalAmount = 1 },
                Cancellation
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, refusal.Status);
    }

    [Fact]
    public async Task What_is_read_is_as_of_now_before_any_sweep()
    {
        await using var server = await ApiServer.StartAsync(provider, new ApiServerOptions { Clock = _clock });
        var gateway = server.Gateway();
        var (companyId, _) = await HolderAsync(gateway);
        await server.Services.GetRequiredService<CreditSweeper>().StopAsync(Cancellation);

        _clock.Jump(TimeSpan.FromDays(30));

        var balance = Assert.Single(
            (
                await gateway.CompanyCredits.ListBalancesAsync(
                    new CreditBalancesQuery { CompanyId = companyId },
                    Cancellation
                )
            ).Data
        );
        Assert.Equal(0, balance.Remaining);
        Assert.Equal(2, (await LedgerAsync(gateway, companyId)).Count);
    }

    [Fact]
    public async Task Credits_that_are_given_again_are_given_for_every_month_that_passed()
    {
        await using var server = await ApiServer.StartAsync(provider, new ApiServerOptions { Clock = _clock });
        var gateway = server.Gateway();
        var (companyId, creditId) = await HolderAsync(gateway, renews: true);

        _clock.Jump(TimeSpan.FromDays(365));
        await server.Services.GetRequiredService<CreditSweeper>().RunAsync(Cancellation);

        var grants = (
            await gateway.CompanyCredits.ListGrantsAsync(new CreditGrantsQuery { CreditId = creditId }, Cancellation)
        ).Data;
        Assert.Equal(13, grants.Count);
        Assert.Equal(
            (true, BillingPlanCreditGrantResetCadence.Monthly),
            (grants[0].RenewalEnabled, grants[0].RenewalPeriod!.Value)
        );
        Assert.All(grants.Skip(1), static grant => Assert.False(grant.RenewalEnabled));
        // Each lives for thirty days.
        Assert.Equal(100, grants.Sum(static grant => grant.QuantityRemaining));
        Assert.Equal(25, (await LedgerAsync(gateway, companyId)).Count);
    }

    private static async Task<IReadOnlyList<CreditEventLedgerResponseData>> LedgerAsync(
        SchematicGateway gateway,
        string companyId
    ) =>
        (
            await gateway.CompanyCredits.ListLedgerAsync(new CreditLedgerQuery { CompanyId = companyId }, Cancellation)
        ).Data;

    private static async Task<(string CompanyId, string CreditId)> HolderAsync(
        SchematicGateway gateway,
        bool renews = false
    )
    {
        var company = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "holder" } },
                Cancellation
            )
        ).Data;
        var credit = (
            await gateway.Credits.CreateAsync(
                new CreateBillingCreditRequestBody
                {
                    Name = "Credits",
                    Description = "",
                    Currency = "usd",
                    DefaultExpiryUnitCount = 30,
                },
                Cancellation
            )
        ).Data;
        await gateway.CompanyCredits.GrantAsync(
            new CreateCompanyCreditGrant
            {
                CompanyId = company.Id,
                CreditId = credit.Id,
                Quantity = 100,
                Reason = BillingCreditGrantReason.Free,
                RenewalEnabled = renews,
            },
            null,
            Cancellation
        );
        return (company.Id, credit.Id);
    }
}

public sealed class CreditSweeperTestsOnSqlite() : CreditSweeperTests(DatabaseProvider.Sqlite);

public sealed class CreditSweeperTestsOnPostgreSql() : CreditSweeperTests(DatabaseProvider.PostgreSql);
