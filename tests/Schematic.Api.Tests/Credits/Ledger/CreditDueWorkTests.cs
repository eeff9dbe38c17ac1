using Schematic.Api.Credits.Ledger;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;
using static Schematic.Api.Tests.Credits.Ledger.LedgerSums;

namespace Schematic.Api.Tests.Credits.Ledger;

public sealed class CreditDueWorkTests
{
    private static readonly GrantOrigin Plan = new(PlanSeq: 7);
    private static readonly DateTimeOffset July = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reset_removes_what_is_left_and_grants_anew()
    {
        var account = Account();
        account.Begin(Monthly(5_000), Noon);
        account.Draw(Micro(1_200), At(Noon), Noon);

        account.CatchUp(July);

        Assert.Equal("1: Grant 5000, 1: Track 1200, 1: PlanPeriodReset 3800, 2: Grant 5000", account.Ledger);
        Assert.All(account.Movements.Skip(2), static one => Assert.Equal(July, one.Cause.At));
        Assert.Equal(July.AddMonths(1), account.NextDueAt);
        account.AssertBalanced();
    }

    [Fact]
    public void Unused_credits_roll_over_by_percent_and_end_at_the_next_reset()
    {
        var account = Account();
        account.Begin(Monthly(100, rollover: 33), Noon);
        account.Draw(Micro(0.000001), At(Noon), Noon);

        account.CatchUp(July);

        var rollover = account.Grants[1];
        Assert.Equal(
            (BillingCreditGrantReason.Rollover, 1, July.AddMonths(1)),
            (rollover.Reason, rollover.SourceNumber!.Value, rollover.ExpiresAt!.Value)
        );
        Assert.Equal(32.999999, MicroCredits.ToWire(rollover.QuantityMicroCredits));
        Assert.Equal(132.999999, account.Remaining(July));
        account.CatchUp(July.AddMonths(1));
        // What had rolled over is gone, and does not roll over again.
        Assert.Equal(133, account.Remaining(July.AddMonths(1)));
        account.AssertBalanced();
    }

    [Theory]
    [InlineData(BillingPlanCreditGrantResetCadence.Daily)]
    [InlineData(BillingPlanCreditGrantResetCadence.Weekly)]
    public void Days_and_weeks_discard_what_is_left(BillingPlanCreditGrantResetCadence cadence)
    {
        var account = Account();
        var monthly = Monthly(10, rollover: 100);
        monthly.Terms = monthly.Terms with { Cadence = cadence };
        account.Begin(monthly, Noon);

        account.CatchUp(Noon.AddDays(7));

        Assert.Equal(10, account.Remaining(Noon.AddDays(7)));
    }

    [Fact]
    public void What_a_lease_holds_over_a_reset_can_be_spent_and_does_not_return()
    {
        var account = Account();
        account.Begin(Monthly(100), Noon);
        var lease = account.Acquire("a", Micro(60), July.AddHours(1), Noon)!;

        account.Draw(Micro(10), At(July), July, "a");
        account.Release(lease, July);

        Assert.Equal((100, 0), (account.Remaining(July), account.Reserved));
        account.AssertBalanced();
    }

    [Fact]
    public void A_year_of_sleep_gives_the_ledger_of_a_sweep_each_minute_of_change()
    {
        var (asleep, awake) = (Account(), Account());
        foreach (var account in (CreditAccount[])[asleep, awake])
        {
            account.Begin(Monthly(100, rollover: 50), Noon);
            account.Give(30, expiresAt: Noon.AddDays(100));
            account.Acquire("a", Micro(40), Noon.AddMinutes(5), Noon);
        }

        for (var day = Noon; day < Noon.AddYears(1); day = day.AddHours(5))
            awake.CatchUp(day);
        awake.CatchUp(Noon.AddYears(1));
        asleep.CatchUp(Noon.AddYears(1));

        Assert.Equal(awake.Ledger, asleep.Ledger);
        Assert.Equal(
            awake.Movements.Select(static one => one.Cause.At),
            asleep.Movements.Select(static one => one.Cause.At)
        );
        Assert.Equal(
            12,
            asleep.Movements.Count(static one =>
                one.ZeroedOutReason == BillingCreditGrantZeroedOutReason.PlanPeriodReset
            )
        );
        asleep.AssertBalanced();
    }

    [Fact]
    public void Leaving_the_plan_removes_its_credits_and_no_others()
    {
        var account = Account();
        account.Begin(Monthly(100, rollover: 50), Noon);
        account.Give(7, BillingCreditGrantReason.Purchased);
        account.CatchUp(July);

        account.LeavePlan(7, July);

        Assert.Equal(7, account.Remaining(July));
        Assert.Null(account.NextDueAt);
        Assert.Equal(
            2,
            account.Movements.Count(static one => one.ZeroedOutReason == BillingCreditGrantZeroedOutReason.PlanChange)
        );
        account.AssertBalanced();
    }

    [Fact]
    public void Credits_that_are_given_again_by_hand_keep_what_is_left()
    {
        var account = Account();
        account.Begin(
            new CreditRenewal
            {
                EnrolledAt = Noon,
                Terms = new RenewalTerms(
                    Micro(10),
                    BillingPlanCreditGrantResetCadence.Monthly,
                    FollowsBilling: true,
                    BillingCreditGrantReason.Free
                )
                {
                    Lifetime = CreditLifetime.Days(60),
                },
            },
            Noon
        );

        account.CatchUp(July);

        Assert.Equal(20, account.Remaining(July));
        Assert.Equal(
            [Noon.AddDays(60), July.AddDays(60)],
            account.Grants.Select(static grant => grant.ExpiresAt!.Value)
        );
    }

    private static CreditRenewal Monthly(double credits, long rollover = 0) =>
        new()
        {
            EnrolledAt = Noon,
            Terms = new RenewalTerms(
                Micro(credits),
                BillingPlanCreditGrantResetCadence.Monthly,
                FollowsBilling: false,
                BillingCreditGrantReason.Plan
            )
            {
                Resets = true,
                RolloverPercentage = rollover,
                Origin = Plan,
            },
        };
}
