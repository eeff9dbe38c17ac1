using Schematic.Api.Credits.Ledger;
using Schematic.Contracts.Credits;
using static Schematic.Api.Tests.Credits.Ledger.LedgerSums;

namespace Schematic.Api.Tests.Credits.Ledger;

public sealed class CreditHoldsTests
{
    private static readonly DateTimeOffset Later = Noon.AddMinutes(5);

    [Fact]
    public void Two_workers_share_one_hold()
    {
        var account = Account();
        account.Give(500);

        var first = account.Acquire("a", Micro(400), Later, Noon)!;
        AssertBalance(account, remaining: 100, reserved: 400);
        var second = account.Acquire("b", Micro(400), Later, Noon)!;

        Assert.Same(first, second);
        Assert.Equal(Micro(400), second.GrantedMicroCredits);
        AssertBalance(account, remaining: 100, reserved: 400);
        Commit(account, "a", 260);
        Commit(account, "a", 90);
        account.Release(first, Noon);
        AssertBalance(account, remaining: 150, reserved: 0);
    }

    [Fact]
    public void Extending_adds_what_can_be_drawn_and_is_no_error_if_that_is_nothing()
    {
        var (account, lease) = Extended();

        Assert.Equal(Micro(500), lease.GrantedMicroCredits);
        AssertBalance(account, remaining: 0, reserved: 240);
        account.Extend(lease, Micro(60), null, Noon);
        Assert.Equal(Micro(500), lease.GrantedMicroCredits);
        Commit(account, "a", 240);
        AssertBalance(account, remaining: 0, reserved: 0);
        account.Release(lease, Noon);
        AssertBalance(account, remaining: 0, reserved: 0);
        Assert.DoesNotContain("LeaseRelease", account.Ledger, StringComparison.Ordinal);
    }

    [Fact]
    public void Overdrawing_is_recorded_in_full_and_debits_what_there_is()
    {
        var (account, lease) = Extended();

        Assert.Equal(Micro(60), account.Draw(Micro(300), At(Noon), Noon, "a"));

        Assert.Equal(Micro(560), lease.CommittedMicroCredits);
        AssertBalance(account, remaining: 0, reserved: 0);
        account.Release(lease, Noon);
        AssertBalance(account, remaining: 0, reserved: 0);
        Assert.EndsWith("1: Track 240, none: Track 60", account.Ledger, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_spend_the_hold_one_after_the_other()
    {
        var account = Account();
        account.Give(1_000);
        var lease = account.Acquire("a", Micro(900), Later, Noon)!;

        foreach (var (step, unspent) in ((double, double)[])[(220, 680), (410, 270), (95, 175)])
        {
            Commit(account, "a", step);
            Assert.Equal(unspent, account.Reserved);
        }

        account.Release(lease, Noon);
        AssertBalance(account, remaining: 275, reserved: 0);
    }

    [Fact]
    public void A_commit_whose_hold_has_ended_or_is_unknown_draws_from_the_grants()
    {
        var account = Account();
        account.Give(500);
        var lease = account.Acquire("a", Micro(400), Later, Noon)!;

        Commit(account, "b", 30);
        AssertBalance(account, remaining: 70, reserved: 400);
        account.Release(lease, Noon);
        Commit(account, "a", 70);

        AssertBalance(account, remaining: 400, reserved: 0);
        Assert.Equal(0, lease.CommittedMicroCredits);
    }

    [Fact]
    public void A_hold_gets_what_can_be_drawn_and_none_if_nothing_can()
    {
        var account = Account();
        Assert.Null(account.Acquire("a", Micro(1), Later, Noon));
        account.Give(340);

        Assert.Equal(Micro(340), account.Acquire("a", Micro(1_000), Later, Noon)!.GrantedMicroCredits);
        AssertBalance(account, remaining: 0, reserved: 340);
    }

    [Fact]
    public void The_ledger_of_a_hold_nets_nothing()
    {
        var account = Account();
        account.Give(500);
        var lease = account.Acquire("a", Micro(400), Later, Noon)!;
        account.Draw(Micro(350), At(Noon.AddMinutes(1)), Noon.AddMinutes(1), "a");
        account.Release(lease, Noon.AddMinutes(2));

        Assert.Equal("1: Grant 500, 1: LeaseHold 400, 1: Track 350, 1: LeaseRelease 50", account.Ledger);
        Assert.Equal([0, 0, 1, 2], account.Movements.Select(static one => (one.Cause.At - Noon).TotalMinutes));
        account.AssertBalanced();
    }

    [Fact]
    public void A_hold_that_nobody_releases_ends_by_itself()
    {
        var account = Account();
        account.Give(500);
        var lease = account.Acquire("a", Micro(400), Later, Noon)!;

        account.CatchUp(Noon.AddHours(1));

        Assert.Equal(Later, lease.ReleasedAt);
        Assert.Equal(Later, account.Movements[^1].Cause.At);
        AssertBalance(account, remaining: 500, reserved: 0);
        Assert.NotSame(lease, account.Acquire("b", Micro(1), Noon.AddHours(2), Noon.AddHours(1)));
    }

    [Fact]
    public void What_returns_goes_where_it_came_from_and_is_gone_where_that_has_ended()
    {
        var account = Account(BillingCreditBurnStrategy.ExpirationPriority);
        var soon = account.Give(100, expiresAt: Noon.AddMinutes(1));
        var endless = account.Give(100);
        account.Acquire("a", Micro(150), Later, Noon);

        account.CatchUp(Later);

        Assert.Equal((0, 0), (soon.RemainingMicroCredits, soon.HeldMicroCredits));
        Assert.Equal(Micro(100), endless.RemainingMicroCredits);
        Assert.EndsWith(
            "1: LeaseRelease 100, 1: Expired 100, 2: LeaseRelease 50",
            account.Ledger,
            StringComparison.Ordinal
        );
        account.AssertBalanced();
    }

    [Fact]
    public void A_grant_that_is_zeroed_out_under_a_hold_gets_nothing_back()
    {
        var account = Account();
        var grant = account.Give(100);
        var lease = account.Acquire("a", Micro(40), Later, Noon)!;

        account.ZeroOut(grant, BillingCreditGrantZeroedOutReason.Manual, Noon);
        Commit(account, "a", 10);
        account.Release(lease, Noon);

        AssertBalance(account, remaining: 0, reserved: 0);
        Assert.EndsWith("1: LeaseRelease 30, 1: Manual 30", account.Ledger, StringComparison.Ordinal);
    }

    private static (CreditAccount Account, CreditLease Lease) Extended()
    {
        var account = Account();
        account.Give(500);
        var lease = account.Acquire("a", Micro(400), Later, Noon)!;
        Commit(account, "a", 260);
        Assert.Equal(140, account.Reserved);
        account.Extend(lease, Micro(160), null, Noon);
        return (account, lease);
    }

    private static void Commit(CreditAccount account, string lease, double credits) =>
        account.Draw(Micro(credits), At(Noon), Noon, lease);

    private static void AssertBalance(CreditAccount account, double remaining, double reserved)
    {
        Assert.Equal((remaining, reserved), (account.Remaining(), account.Reserved));
        Assert.Equal(remaining + reserved, account.Settled);
        account.AssertBalanced();
    }
}
