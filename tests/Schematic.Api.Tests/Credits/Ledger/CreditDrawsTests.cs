using Schematic.Api.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;
using static Schematic.Api.Tests.Credits.Ledger.LedgerSums;

namespace Schematic.Api.Tests.Credits.Ledger;

public sealed class CreditDrawsTests
{
    [Fact]
    public void The_plan_is_drawn_before_bundles()
    {
        var account = Account();
        foreach (var bundle in (double[])[5_000, 10_000, 20_000])
            account.Give(bundle, BillingCreditGrantReason.Purchased, Noon.AddDays(-10));
        account.Give(5_000, BillingCreditGrantReason.Plan);

        account.Draw(Micro(5 * 900), At(Noon), Noon);
        account.Draw(Micro(10 * 100), At(Noon), Noon);

        Assert.EndsWith("4: Track 4500, 4: Track 500, 1: Track 500", account.Ledger, StringComparison.Ordinal);
        Assert.Equal(34_500, account.Remaining());
        account.AssertBalanced();
    }

    [Fact]
    public void A_draw_spans_grants_with_one_movement_each()
    {
        var account = Account(BillingCreditBurnStrategy.FirstInFirstOut);
        account.Give(3);
        account.Give(3);
        account.Give(3);

        Assert.Equal(0, account.Draw(Micro(7), At(Noon), Noon));

        Assert.EndsWith("1: Track 3, 2: Track 3, 3: Track 1", account.Ledger, StringComparison.Ordinal);
        account.AssertBalanced();
    }

    [Fact]
    public void What_no_grant_covers_is_recorded_and_the_balance_stays_at_zero()
    {
        var account = Account();
        account.Give(10);

        Assert.Equal(Micro(5), account.Draw(Micro(15), At(Noon), Noon));

        Assert.Equal("1: Grant 10, 1: Track 10, none: Track 5", account.Ledger);
        Assert.Equal(0, account.Settled);
        account.AssertBalanced();
    }

    [Fact]
    public void Grants_that_have_expired_or_are_not_valid_yet_are_not_drawn()
    {
        var account = Account();
        account.Give(10, expiresAt: Noon);
        account.Give(10, from: Noon.AddTicks(10));

        Assert.Equal(Micro(1), account.Draw(Micro(1), At(Noon), Noon));
        Assert.Equal(0, account.Draw(Micro(1), At(Noon), Noon.AddTicks(10)));
        account.AssertBalanced();
    }

    [Fact]
    public void A_draw_that_leaves_the_threshold_buys_once()
    {
        var account = Account();
        account.AutoTopup = new AutoTopup(Micro(20), Micro(100), CreditLifetime.Days(30));
        account.Give(25);

        account.Draw(Micro(4), At(Noon), Noon);
        account.Draw(Micro(1), At(Noon), Noon);
        account.Draw(Micro(1), At(Noon), Noon);

        Assert.Equal("1: Grant 25, 1: Track 4, 1: Track 1, 2: Grant 100, 1: Track 1", account.Ledger);
        Assert.Equal(BillingCreditGrantReason.BillingCreditAutoTopup, account.Grants[1].Reason);
        Assert.Equal(Noon.AddDays(30), account.Grants[1].ExpiresAt);
        account.AssertBalanced();
    }

    [Fact]
    public void What_was_bought_covers_the_rest_of_the_draw_and_is_not_bought_twice_for_it()
    {
        var account = Account();
        account.AutoTopup = new AutoTopup(Micro(20), Micro(10), CreditLifetime.Endless);
        account.Give(5);

        Assert.Equal(Micro(15), account.Draw(Micro(30), At(Noon), Noon));

        Assert.Equal("1: Grant 5, 1: Track 5, 2: Grant 10, 2: Track 10, none: Track 15", account.Ledger);
        account.AssertBalanced();
    }

    [Fact]
    public void A_company_that_holds_all_there_may_be_buys_no_more_than_there_is_room()
    {
        var account = Account();
        account.AutoTopup = new AutoTopup(MicroCredits.Max, Micro(10), CreditLifetime.Endless);
        account.Give(MicroCredits.MaxCredits);

        account.Draw(Micro(4), At(Noon), Noon);

        Assert.Equal(MicroCredits.MaxCredits, account.Remaining());
        Assert.Equal(Micro(4), account.Grants[1].QuantityMicroCredits);
    }
}
