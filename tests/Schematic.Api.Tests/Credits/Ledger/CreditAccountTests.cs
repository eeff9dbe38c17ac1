using Schematic.Api.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;
using static Schematic.Api.Tests.Credits.Ledger.LedgerSums;

namespace Schematic.Api.Tests.Credits.Ledger;

public sealed class CreditAccountTests
{
    [Fact]
    public void A_refund_returns_credits_into_one_adjustment_grant_that_is_spent_first()
    {
        var account = Account();
        account.Give(5_000, BillingCreditGrantReason.Plan);
        account.Draw(Micro(50), At(Noon), Noon);

        var pool = account.Refund(Micro(10), At(Noon), Noon);
        account.Draw(Micro(4), At(Noon), Noon);

        Assert.Equal(BillingCreditGrantReason.Adjustment, pool.Reason);
        Assert.Equal(Noon.AddYears(1), pool.ExpiresAt);
        Assert.Equal("1: Grant 5000, 1: Track 50, 2: Track -10, 2: Track 4", account.Ledger);
        Assert.Equal(4_956, account.Remaining());
        account.AssertBalanced();
    }

    [Fact]
    public void Refunds_accumulate_and_live_a_year_from_the_last_one()
    {
        var account = Account();
        var pool = account.Refund(Micro(10), At(Noon), Noon);
        account.Draw(Micro(10), At(Noon), Noon);

        var again = account.Refund(Micro(2.5), At(Noon.AddDays(30)), Noon.AddDays(30));

        Assert.Same(pool, again);
        Assert.Equal(Micro(12.5), pool.QuantityMicroCredits);
        Assert.Equal(Noon.AddDays(30).AddYears(1), pool.ExpiresAt);
        account.AssertBalanced();
    }

    [Fact]
    public void A_refund_after_the_year_begins_another_grant()
    {
        var account = Account();
        var pool = account.Refund(Micro(10), At(Noon), Noon);
        var late = Noon.AddYears(1);
        account.CatchUp(late);

        var next = account.Refund(Micro(3), At(late), late);

        Assert.NotSame(pool, next);
        Assert.Equal("1: Track -10, 1: Expired 10, 2: Track -3", account.Ledger);
        account.AssertBalanced();
    }

    [Fact]
    public void Zeroing_out_removes_what_is_left_and_says_why()
    {
        var account = Account();
        var grant = account.Give(100);
        account.Draw(Micro(30), At(Noon), Noon);

        account.ZeroOut(grant, BillingCreditGrantZeroedOutReason.Manual, Noon);
        account.ZeroOut(grant, BillingCreditGrantZeroedOutReason.Manual, Noon);

        Assert.Equal("1: Grant 100, 1: Track 30, 1: Manual 70", account.Ledger);
        Assert.Equal((Noon, BillingCreditGrantZeroedOutReason.Manual), (grant.ZeroedOutAt, grant.ZeroedOutReason));
        Assert.False(grant.IsOpen);
        account.AssertBalanced();
    }

    [Fact]
    public void A_refund_after_its_grant_was_zeroed_out_begins_another()
    {
        var account = Account();
        account.ZeroOut(account.Refund(Micro(10), At(Noon), Noon), BillingCreditGrantZeroedOutReason.Manual, Noon);

        Assert.Equal(2, account.Refund(Micro(1), At(Noon), Noon).Number);
        Assert.Equal(1, account.Remaining());
    }

    [Fact]
    public void A_thousand_draws_of_a_tenth_are_a_hundred()
    {
        var account = Account();
        account.Give(100);

        for (var i = 0; i < 1000; i++)
            Assert.Equal(0, account.Draw(Micro(0.1), At(Noon), Noon));

        Assert.Equal(0, account.Remaining());
        account.AssertBalanced();
    }

    [Fact]
    public void Room_is_what_is_missing_to_the_most_that_a_company_may_hold()
    {
        var account = Account();
        account.Give(MicroCredits.MaxCredits - 1);

        Assert.Equal(Micro(1), account.RoomMicroCredits);
    }
}
