using Schematic.Dashboard.Credits.Accounts;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class LaneScaleTests
{
    private static readonly DateTimeOffset Now = CreditSamples.Long.AddDays(50);

    [Fact]
    public void Lanes_lie_between_the_first_grant_and_the_last_expiry()
    {
        var lane = Lane(ends: 100);
        var scale = LaneScale.Of([lane, Lane(ends: 75)], Now);

        Assert.Equal((CreditSamples.Long, CreditSamples.Long.AddDays(100)), (scale.Start, scale.End));
        Assert.Equal("left:0%;width:75%", scale.Style(Lane(ends: 75)));
        Assert.Equal(50, scale.Place(Now));
    }

    [Fact]
    public void A_grant_that_never_expires_reaches_the_edge() =>
        Assert.Equal("left:0%;width:100%", LaneScale.Of([Lane(ends: null)], Now).Style(Lane(ends: null)));

    private static GrantLane Lane(int? ends) =>
        GrantLane.FromContract(
            CreditSamples.Grant() with
            {
                ExpiresAt = ends is { } days ? CreditSamples.Long.AddDays(days) : null,
            }
        );
}
