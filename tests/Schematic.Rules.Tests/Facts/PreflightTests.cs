using Schematic.Rules.Facts;

namespace Schematic.Rules.Tests.Facts;

public sealed class PreflightTests
{
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
}
