using Schematic.Contracts.Credits;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Setup;

public abstract class SampleCreditsTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task Three_months_of_credits_can_be_seen_and_add_up()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } }
        );
        var gateway = server.Gateway();
        var credit = Assert.Single((await gateway.Credits.ListAsync(new CreditsQuery(), Cancellation)).Data);
        var grants = (
            await gateway.CompanyCredits.ListGrantsAsync(
                new CreditGrantsQuery { CreditId = credit.Id, Limit = 250 },
                Cancellation
            )
        ).Data;
        var holders = grants.Select(static grant => grant.CompanyId).ToHashSet();
        var (left, reserved, uncovered) = (0d, 0d, 0d);
        foreach (var company in holders)
        {
            var balance = Assert.Single(
                (
                    await gateway.CompanyCredits.ListBalancesAsync(
                        new CreditBalancesQuery { CompanyId = company },
                        Cancellation
                    )
                ).Data
            );
            var ledger = await LedgerAsync(gateway, company);
            Assert.True(ledger.Count > 20, $"{company} has {ledger.Count} movements only.");
            (left, reserved) = (left + balance.Settled, reserved + balance.Reserved);
            uncovered += ledger.Where(static row => row.GrantId is null).Sum(static row => row.Amount);
        }

        Assert.Equal(7, holders.Count);
        Assert.Equal(left, grants.Sum(static grant => grant.QuantityRemaining + (grant.Reserved ?? 0)), 6);
        Assert.Equal(120, reserved);
        Assert.True(uncovered > 0, "Every use was covered.");
        Assert.Contains(grants, static grant => grant.GrantReason == BillingCreditGrantReason.Rollover);
        Assert.Contains(
            grants,
            static grant =>
                grant.GrantReason == BillingCreditGrantReason.Purchased
                && grant.ExpiresAt - DateTimeOffset.UtcNow < TimeSpan.FromDays(13)
        );
    }

    private static async Task<IReadOnlyList<CreditEventLedgerResponseData>> LedgerAsync(
        SchematicGateway gateway,
        string company
    ) =>
        (
            await gateway.CompanyCredits.ListLedgerAsync(
                new CreditLedgerQuery { CompanyId = company, Limit = 250 },
                Cancellation
            )
        ).Data;
}

public sealed class SampleCreditsTestsOnSqlite(SqliteApi api) : SampleCreditsTests(api), IClassFixture<SqliteApi>;

public sealed class SampleCreditsTestsOnPostgreSql(PostgreSqlApi api)
    : SampleCreditsTests(api),
        IClassFixture<PostgreSqlApi>;
