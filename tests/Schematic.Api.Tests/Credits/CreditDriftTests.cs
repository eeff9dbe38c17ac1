using System.Net;
using Schematic.Contracts.Credits;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits;

/// <summary>Many callers on one company: nothing is lost or drawn twice, and nothing is ever below zero.</summary>
public abstract class CreditDriftTests(ApiFixture api) : CreditTopic(api)
{
    private const int Clients = 16;

    [Fact]
    public Task One_hot_company_does_not_drift() => RunAsync(TimeSpan.FromSeconds(2));

    [Fact]
    [Trait("Category", "Long")]
    public Task One_hot_company_does_not_drift_for_a_minute() => RunAsync(TimeSpan.FromSeconds(60));

    private async Task RunAsync(TimeSpan time)
    {
        var (domain, company, credit, feature) = await SoldAsync(rate: 0.7);
        await GrantAsync(Grant(company, credit, 500));
        var end = DateTimeOffset.UtcNow + time;
        var steps = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => Task.Run(() => ClientAsync(new Random(client))))
        );

        Assert.All(steps, static count => Assert.True(count > 0, $"A client came to {count} steps only."));
        await AssertBalancedAsync(company);

        async Task<int> ClientAsync(Random dice)
        {
            var count = 0;
            for (; DateTimeOffset.UtcNow < end; count++)
                await StepAsync(dice);
            return count;
        }

        async Task StepAsync(Random dice)
        {
            switch (dice.Next(20))
            {
                case 0:
                    await GrantAsync(Grant(company, credit, dice.Next(1, 200)));
                    break;
                case 1:
                    await TrackAsync(feature, domain, -dice.Next(1, 5));
                    break;
                case 2 or 3:
                    await LeaseAsync(dice);
                    break;
                case 4:
                    await ZeroOutAsync(dice);
                    break;
                default:
                    await TrackAsync(feature, domain, dice.Next(1, 10));
                    break;
            }

            var balance = await BalanceAsync(company);
            Assert.True(
                balance is { Remaining: >= 0, Reserved: >= 0 },
                $"It is {balance.Remaining} and {balance.Reserved}."
            );
        }

        async Task LeaseAsync(Random dice)
        {
            try
            {
                var lease = (
                    await Production.CompanyCredits.AcquireLeaseAsync(
                        new AcquireCreditLeaseRequestBody
                        {
                            CompanyId = company,
                            CreditTypeId = credit,
                            RequestedAmount = dice.Next(1, 100),
                        },
                        Cancellation
                    )
                ).Data;
                await TrackAsync(feature, domain, dice.Next(1, 30), lease.Id);
                await Production.CompanyCredits.ReleaseLeaseAsync(lease.Id, new(), Cancellation);
            }
            // Nothing is left to reserve, or another client has released the same lease.
            catch (GatewayException refusal) when (refusal.Status == HttpStatusCode.BadRequest) { }
        }

        async Task ZeroOutAsync(Random dice)
        {
            var grants = (
                await Production.CompanyCredits.ListCompanyGrantsAsync(
                    new CompanyCreditGrantsQuery { CompanyId = company, Limit = 20 },
                    Cancellation
                )
            ).Data;
            await Production.CompanyCredits.ZeroOutAsync(
                grants[dice.Next(grants.Count)].Id,
                new ZeroOutGrantRequestBody(),
                Cancellation
            );
        }
    }
}

public sealed class CreditDriftTestsOnSqlite(SqliteApi api) : CreditDriftTests(api), IClassFixture<SqliteApi>;

public sealed class CreditDriftTestsOnPostgreSql(PostgreSqlApi api)
    : CreditDriftTests(api),
        IClassFixture<PostgreSqlApi>;
