using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Tests.Facts;

public sealed class PreflightTests
{
    private static readonly IdKey ApiCall = new("api-call");
    private static readonly IdKey Report = new("report");

    [Fact]
    public void A_negative_number_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Preflight(usage: -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new Preflight(eventSubtype: "api-call", eventQuantity: -1)
        );
        Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new Preflight(creditCostsMicroCredits: new Dictionary<string, long> { ["bilcr_1"] = -1 })
        );
    }

    [Theory]
    [InlineData(0, null, 0, 0, 0)]
    [InlineData(3, null, 0, 3, 3)]
    [InlineData(0, "api-call", 5, 5, 0)]
    [InlineData(3, "api-call", 5, 5, 3)]
    [InlineData(3, "API-CALL", 5, 3, 3)]
    // A quantity of 0 counts as not given, and so does one without an event.
    [InlineData(3, "api-call", 0, 3, 3)]
    [InlineData(3, null, 5, 3, 3)]
    public void The_quantity_of_the_event_wins_over_usage(
        long usage,
        string? eventSubtype,
        long quantity,
        long ofApiCall,
        long ofReport
    )
    {
        var preflight = new Preflight(usage, eventSubtype, quantity);

        Assert.Equal((ofApiCall, ofReport), (preflight.QuantityOf(ApiCall), preflight.QuantityOf(Report)));
    }

    [Fact]
    public void A_cost_is_known_for_the_credits_that_are_named_also_if_it_is_0()
    {
        var preflight = new Preflight(
            creditCostsMicroCredits: new Dictionary<string, long> { ["bilcr_1"] = 0, ["bilcr_2"] = 5 }
        );

        Assert.True(preflight.TryGetCost(new IdKey("bilcr_1"), out var free));
        Assert.True(preflight.TryGetCost(new IdKey("bilcr_2"), out var five));
        Assert.False(preflight.TryGetCost(new IdKey("bilcr_3"), out _));
        Assert.False(new Preflight().TryGetCost(new IdKey("bilcr_1"), out _));
        Assert.Equal((0, 5), (free, five));
    }
}
