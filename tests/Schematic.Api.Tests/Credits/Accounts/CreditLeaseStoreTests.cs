using System.Net;
using Schematic.Api.Tests.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditLeaseStoreTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task A_lease_reserves_is_shared_spent_and_returned()
    {
        var (companyId, creditId) = await HolderAsync(500);

        var first = await AcquireAsync(companyId, creditId, 400);
        var second = await AcquireAsync(companyId, creditId, 400);
        await AssertBalanceAsync(companyId, remaining: 100, reserved: 400);
        await SpendAsync(companyId, creditId, first.Id, 260);
        await SpendAsync(companyId, creditId, first.Id, 90);
        var released = (
            await Production.CompanyCredits.ReleaseLeaseAsync(
                first.Id,
                new ReleaseCreditLeaseRequestBody(),
                Cancellation
            )
        ).Data;

        Assert.Equal((first.Id, 400d), (second.Id, second.GrantedAmount));
        Assert.StartsWith("crlse_", first.Id, StringComparison.Ordinal);
        Assert.NotNull(released.ReleasedAt);
        await AssertBalanceAsync(companyId, remaining: 150, reserved: 0);
        Assert.Equal(
            ["LeaseRelease 50", "Track 90", "Track 260", "LeaseHold 400", " 500"],
            (await LedgerAsync(new CreditLedgerQuery { CompanyId = companyId })).Select(static row =>
                FormattableString.Invariant($"{row.UsageReason} {row.Amount}")
            )
        );
        await AssertBalancedAsync(companyId);
    }

    [Fact]
    public async Task Extending_adds_what_there_is_and_moves_the_end()
    {
        var (companyId, creditId) = await HolderAsync(500);
        var lease = await AcquireAsync(companyId, creditId, 400);
        await SpendAsync(companyId, creditId, lease.Id, 260);

        var extended = await ExtendAsync(lease.Id, 160, DateTimeOffset.UtcNow.AddHours(1));
        await AssertBalanceAsync(companyId, remaining: 0, reserved: 240);
        var again = await ExtendAsync(lease.Id, 60, null);

        Assert.Equal((500d, 500d), (extended.GrantedAmount, again.GrantedAmount));
        Assert.Equal(extended.ExpiresAt, again.ExpiresAt);
        Assert.True(extended.ExpiresAt > lease.ExpiresAt);
        await SpendAsync(companyId, creditId, lease.Id, 300);
        await AssertBalanceAsync(companyId, remaining: 0, reserved: 0);
        await AssertBalancedAsync(companyId);
    }

    [Fact]
    public async Task A_lease_gets_what_there_is_and_is_refused_if_that_is_nothing()
    {
        var (companyId, creditId) = await HolderAsync(340);

        var lease = await AcquireAsync(companyId, creditId, 1_000);
        await SpendAsync(companyId, creditId, lease.Id, 340);
        await ReleaseAsync(lease.Id);

        Assert.Equal(340, lease.GrantedAmount);
        await RefusedAsync(HttpStatusCode.BadRequest, "left to reserve", () => AcquireAsync(companyId, creditId, 1));
    }

    [Fact]
    public async Task A_lease_that_has_ended_can_neither_be_released_nor_extended()
    {
        var (companyId, creditId) = await HolderAsync(10);
        var lease = await AcquireAsync(companyId, creditId, 4);
        await ReleaseAsync(lease.Id);

        await RefusedAsync(HttpStatusCode.BadRequest, "was released or has expired", () => ReleaseAsync(lease.Id));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "was released or has expired",
            () => ExtendAsync(lease.Id, 1, null)
        );
        await AssertBalanceAsync(companyId, remaining: 10, reserved: 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e300)]
    public async Task An_amount_that_there_cannot_be_is_refused(double amount)
    {
        var (companyId, creditId) = await HolderAsync(10);

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "requested_amount must be more than 0",
            () => AcquireAsync(companyId, creditId, amount)
        );
    }

    [Fact]
    public async Task An_end_in_the_past_is_refused()
    {
        var (companyId, creditId) = await HolderAsync(10);

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "expires_at is in the past",
            () => AcquireAsync(companyId, creditId, 1, DateTimeOffset.UtcNow.AddDays(-1))
        );
        await AssertBalanceAsync(companyId, remaining: 10, reserved: 0);
    }

    private async Task<CreditLeaseResponseData> AcquireAsync(
        string companyId,
        string creditId,
        double amount,
        DateTimeOffset? expiresAt = null
    ) =>
        (
            await Production.CompanyCredits.AcquireLeaseAsync(
                new AcquireCreditLeaseRequestBody
                {
                    CompanyId = companyId,
                    CreditTypeId = creditId,
                    RequestedAmount = amount,
                    ExpiresAt = expiresAt,
                },
                Cancellation
            )
        ).Data;

    private async Task<CreditLeaseResponseData> ExtendAsync(string id, double amount, DateTimeOffset? expiresAt) =>
        (
            await Production.CompanyCredits.ExtendLeaseAsync(
                id,
                new ExtendCreditLeaseRequestBody { AdditionalAmount = amount, ExpiresAt = expiresAt },
                Cancellation
            )
        ).Data;

    private Task ReleaseAsync(string id) =>
        Production.CompanyCredits.ReleaseLeaseAsync(id, new ReleaseCreditLeaseRequestBody(), Cancellation);

    private Task SpendAsync(string companyId, string creditId, string leaseId, double amount) =>
        ChangeAsync(
            companyId,
            creditId,
            DateTimeOffset.UtcNow,
            account => LedgerSums.DrawNow(account, amount, leaseId)
        );

    private async Task AssertBalanceAsync(string companyId, double remaining, double reserved)
    {
        var balance = await BalanceAsync(companyId);
        Assert.Equal(
            (remaining, reserved, remaining + reserved),
            (balance.Remaining, balance.Reserved, balance.Settled)
        );
    }
}

public sealed class CreditLeaseStoreTestsOnSqlite(SqliteApi api) : CreditLeaseStoreTests(api), IClassFixture<SqliteApi>;

public sealed class CreditLeaseStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CreditLeaseStoreTests(api),
        IClassFixture<PostgreSqlApi>;
