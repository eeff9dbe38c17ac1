using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Tests.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditAccountWriterTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task Sixteen_that_draw_from_one_company_at_once_lose_nothing()
    {
        var (companyId, creditId) = await HolderAsync(500);

        var shortfalls = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => DrawManyAsync(companyId, creditId)));

        // 16 × 20 draws of 2 credits ask for 640; 140 of them are not there.
        Assert.Equal(LedgerSums.Micro(140), shortfalls.Sum());
        var balance = await BalanceAsync(companyId);
        Assert.Equal((0d, 0d), (balance.Remaining, balance.Reserved));
        await AssertBalancedAsync(companyId);
    }

    [Fact]
    public async Task Two_that_lock_the_same_accounts_in_another_order_wait_for_each_other()
    {
        var (first, credit) = await HolderAsync(1_000);
        var (second, other) = await HolderAsync(1_000);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => DrawBothAsync(i % 2 == 0)));

        Assert.Equal((980d, 980d), ((await BalanceAsync(first)).Remaining, (await BalanceAsync(second)).Remaining));

        async Task DrawBothAsync(bool turned)
        {
            var (one, two) = (await KeyAsync(first, credit), await KeyAsync(second, other));
            await WriteAsync(
                turned ? [two, one] : [one, two],
                static account => account.Draw(LedgerSums.Micro(1), default, DateTimeOffset.UtcNow)
            );
        }
    }

    [Fact]
    public async Task What_an_account_was_is_what_is_read_again()
    {
        var (companyId, creditId) = await HolderAsync(100);
        var start = DateTimeOffset.UtcNow.Cut();
        await ChangeAsync(
            companyId,
            creditId,
            start,
            account =>
            {
                account.Refund(LedgerSums.Micro(1.5), new MovementCause(start), start);
                account.Begin(
                    new CreditRenewal
                    {
                        EnrolledAt = start,
                        Terms = new RenewalTerms(
                            LedgerSums.Micro(30),
                            BillingPlanCreditGrantResetCadence.Monthly,
                            FollowsBilling: false,
                            BillingCreditGrantReason.Plan
                        )
                        {
                            Resets = true,
                            RolloverPercentage = 50,
                        },
                    },
                    start
                );
                account.Acquire("crlse_test" + creditId, LedgerSums.Micro(101), start.AddMinutes(5), start);
                return 0;
            }
        );

        var reset = start.AddMonths(2);
        var (remaining, reserved) = await ChangeAsync(
            companyId,
            creditId,
            reset,
            account => (account.RemainingAt(reset), account.ReservedMicroCredits)
        );

        // The lease has returned everything; half of the first period's 30 rolled over once, and of the last one's.
        Assert.Equal((LedgerSums.Micro(1.5 + 100 + 30 + 15), 0L), (remaining, reserved));
        await AssertBalancedAsync(companyId);
    }

    [Theory]
    [InlineData("credit_grants", "remaining_micro_credits = -1")]
    [InlineData("credit_grants", "held_micro_credits = -1")]
    [InlineData("credit_grants", "remaining_micro_credits = quantity_micro_credits + 1")]
    [InlineData("credit_balances", "remaining_micro_credits = -1")]
    [InlineData("credit_balances", "reserved_micro_credits = -1")]
    public async Task The_database_itself_refuses_what_must_never_be(string table, string change)
    {
        var (companyId, creditId) = await HolderAsync(1);
        var key = await KeyAsync(companyId, creditId);
        var environment = await EnvironmentSeqAsync();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() =>
            Database.WriteAsync(
                environment,
                (db, token) =>
                    db.ExecuteAsync(
                        new SqlText(
                            $"UPDATE {new SqlLiteral(table)} SET {new SqlLiteral(change)} WHERE company_seq = {key.CompanySeq}"
                        ),
                        token
                    ),
                Cancellation
            )
        );

        Assert.Contains("ck_" + table, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_no_trace()
    {
        var (companyId, creditId) = await HolderAsync(10);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            ChangeAsync<int>(
                companyId,
                creditId,
                DateTimeOffset.UtcNow,
                static account =>
                {
                    LedgerSums.DrawNow(account, 4);
                    throw new TimeoutException();
                }
            )
        );

        Assert.Equal(10, (await BalanceAsync(companyId)).Remaining);
        Assert.Single(await LedgerAsync(new CreditLedgerQuery { CompanyId = companyId }));
    }

    private async Task<long> DrawManyAsync(string companyId, string creditId)
    {
        var shortfall = 0L;
        for (var i = 0; i < 20; i++)
            shortfall += await ChangeAsync(
                companyId,
                creditId,
                DateTimeOffset.UtcNow,
                static account => LedgerSums.DrawNow(account, 2)
            );
        return shortfall;
    }

    private async Task WriteAsync(IReadOnlyList<AccountKey> keys, Action<CreditAccount> change)
    {
        var environment = await EnvironmentSeqAsync();
        await Database.WriteAsync(
            environment,
            async (db, token) =>
            {
                var writer = new CreditAccountWriter(db, DateTimeOffset.UtcNow.Cut());
                foreach (var stored in (await writer.LockAsync(keys, token)).Values)
                    change(stored.Account);
                await writer.SaveAsync(token);
            },
            Cancellation
        );
    }

    private async Task<AccountKey> KeyAsync(string companyId, string creditId)
    {
        await using var db = Database.Open(await EnvironmentSeqAsync());
        return await KeyAsync(db, companyId, creditId, Cancellation);
    }
}

public sealed class CreditAccountWriterTestsOnSqlite(SqliteApi api)
    : CreditAccountWriterTests(api),
        IClassFixture<SqliteApi>;

public sealed class CreditAccountWriterTestsOnPostgreSql(PostgreSqlApi api)
    : CreditAccountWriterTests(api),
        IClassFixture<PostgreSqlApi>;
