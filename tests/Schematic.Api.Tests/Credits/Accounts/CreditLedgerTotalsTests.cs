using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.Accounts;

public abstract class CreditLedgerTotalsTests(ApiFixture api) : CreditTopic(api)
{
    [Fact]
    public async Task Totals_are_the_sums_of_the_rows_whatever_the_filter()
    {
        var (one, creditId) = await HolderAsync(100);
        var other = await NewCompanyAsync(Unique("domain"));
        await GrantAsync(Grant(other.Id, creditId, 10));
        await ChangeAsync(one, creditId, DateTimeOffset.UtcNow, MoveEverything);

        foreach (
            var query in (CreditLedgerQuery[])
                [
                    new() { BillingCreditId = creditId },
                    new() { BillingCreditId = creditId, CompanyId = one },
                    new() { BillingCreditId = creditId, CompanyId = other.Id },
                    new() { BillingCreditId = creditId, EventType = CreditEventType.Usage },
                    new() { BillingCreditId = creditId, EventType = CreditEventType.ZeroOut },
                ]
        )
            await AssertSumsAsync(query);
        var all = Assert.Single(await TotalsAsync(new CreditLedgerQuery { BillingCreditId = creditId }));
        Assert.Equal(
            (110d, 150d, 55d, 30d, 20d, 5d, 10d),
            (all.Granted, all.Used, all.Uncovered, all.Held, all.Released, all.ZeroedOut, all.Net)
        );
    }

    [Fact]
    public async Task Rows_say_the_balance_after_them_and_one_events_are_found_together()
    {
        var (companyId, creditId) = await HolderAsync(10);
        await GrantAsync(Grant(companyId, creditId, 5));
        var eventId = $"evt_{Unique("draw")}";
        await ChangeAsync(
            companyId,
            creditId,
            DateTimeOffset.UtcNow,
            account =>
            {
                var now = DateTimeOffset.UtcNow.Cut();
                return account.Draw(LedgerSums.Micro(12), new MovementCause(now, eventId), now);
            }
        );

        var rows = await LedgerAsync(new CreditLedgerQuery { BillingCreditId = creditId });

        Assert.Equal([3d, 5d, 15d, 10d], rows.Select(static row => row.BalanceAfter!.Value));
        Assert.Equal(rows.Take(2), await LedgerAsync(new CreditLedgerQuery { UsageEventId = eventId }));
    }

    [Fact]
    public async Task Sums_may_be_more_than_the_databases_integers_hold()
    {
        var credit = await NewCreditAsync();
        for (var i = 0; i < 2; i++)
            await GrantAsync(Grant((await NewCompanyAsync(Unique("domain"))).Id, credit.Id, 9_000_000_000_000));

        var total = Assert.Single(await TotalsAsync(new CreditLedgerQuery { BillingCreditId = credit.Id }));

        Assert.Equal((18_000_000_000_000d, 18_000_000_000_000d), (total.Granted, total.Net));
    }

    // 100 given: 30 held, 10 of them used, 20 returned. 87.5 of the remaining 90 used, 5 returned; of 62.5 more nothing
    // covers 55. 5 are returned and zeroed out.
    private static int MoveEverything(CreditAccount account)
    {
        var now = DateTimeOffset.UtcNow.Cut();
        var lease = account.Acquire("crlse_totals", LedgerSums.Micro(30), now.AddHours(1), now)!;
        LedgerSums.DrawNow(account, 10, lease.Id);
        account.Release(lease, now);
        LedgerSums.DrawNow(account, 87.5);
        account.Refund(LedgerSums.Micro(5), LedgerSums.At(now), now);
        LedgerSums.DrawNow(account, 62.5);
        account.Refund(LedgerSums.Micro(2.5), LedgerSums.At(now), now);
        account.Refund(LedgerSums.Micro(2.5), LedgerSums.At(now), now);
        account.ZeroOut(account.Grants[^1], BillingCreditGrantZeroedOutReason.Manual, now);
        return 0;
    }

    private async Task AssertSumsAsync(CreditLedgerQuery query)
    {
        var rows = await LedgerAsync(query);
        var total = Assert.Single(await TotalsAsync(query));
        var uses = rows.Where(static row =>
            row.EventType == CreditEventType.Usage
            && row.UsageReason is not (CreditUsageReason.LeaseHold or CreditUsageReason.LeaseRelease)
        );
        Assert.Equal(rows.Count, total.Rows);
        Assert.Equal(Sum(rows.Where(static row => row.EventType == CreditEventType.Grant)), total.Granted);
        Assert.Equal(Sum(uses), total.Used);
        Assert.Equal(Sum(uses.Where(static row => row.GrantId is null)), total.Uncovered);
        Assert.Equal(Sum(rows.Where(static row => row.UsageReason == CreditUsageReason.LeaseHold)), total.Held);
        Assert.Equal(Sum(rows.Where(static row => row.UsageReason == CreditUsageReason.LeaseRelease)), total.Released);
        Assert.Equal(Sum(rows.Where(static row => row.EventType == CreditEventType.ZeroOut)), total.ZeroedOut);
        Assert.Equal(total.Granted - (total.Used - total.Uncovered) - total.ZeroedOut - total.Transferred, total.Net);

        static double Sum(IEnumerable<CreditEventLedgerResponseData> some) => some.Sum(static row => row.Amount);
    }

    private async Task<IReadOnlyList<CreditLedgerTotal>> TotalsAsync(CreditLedgerQuery query) =>
        (await Production.CompanyCredits.ListLedgerTotalsAsync(query, Cancellation)).Data;
}

public sealed class CreditLedgerTotalsTestsOnSqlite(SqliteApi api)
    : CreditLedgerTotalsTests(api),
        IClassFixture<SqliteApi>;

public sealed class CreditLedgerTotalsTestsOnPostgreSql(PostgreSqlApi api)
    : CreditLedgerTotalsTests(api),
        IClassFixture<PostgreSqlApi>;
