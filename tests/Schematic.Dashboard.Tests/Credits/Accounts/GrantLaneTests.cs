using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Credits.Accounts;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class GrantLaneTests
{
    private static readonly DateTimeOffset Now = CreditSamples.Long.AddDays(10);

    [Fact]
    public void Only_grants_with_something_left_have_a_lane()
    {
        var lanes = GrantLane.Of(
            [
                CreditSamples.Grant("left"),
                CreditSamples.Grant("spent") with
                {
                    QuantityRemaining = 0,
                },
                CreditSamples.Grant("expired") with
                {
                    ExpiresAt = Now,
                },
                CreditSamples.Grant("held") with
                {
                    QuantityRemaining = 0,
                    Reserved = 20.5,
                    Settled = 20.5,
                },
            ],
            BillingCreditBurnStrategy.FirstInFirstOut,
            Now
        );

        Assert.Equal(["held", "left"], lanes.Select(static lane => lane.Grant.Id));
        Assert.Equal((20.5m, 0m), (lanes[0].Left, lanes[0].Spendable));
    }

    [Fact]
    public void A_lane_says_all_its_figures() =>
        Assert.Equal(
            "Gift: 500 of 1,000 tokens left, 20 of them held, from 1 Oct 2026, expires 31 Oct 2026",
            AccountWords.Sentence(
                GrantLane.FromContract(
                    CreditSamples.Grant() with
                    {
                        QuantityRemaining = 480,
                        Reserved = 20,
                        Settled = 500,
                        ExpiresAt = CreditSamples.Long.AddDays(30),
                    }
                ),
                new CreditUnits("token", "tokens")
            )
        );
}
