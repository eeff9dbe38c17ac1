using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Http;

namespace Schematic.Api.Tests.Entitlements.Pricing;

public sealed class PriceTiersTests
{
    private const string Field = "monthly_price_tiers";

    private static readonly PriceTierInput Open = new(null, 1, null, null);

    [Fact]
    public void Tiers_are_read_exactly() =>
        Assert.Equal(
            [new PriceTier(1000, 0, 100), new PriceTier(0, 0.5m, 200), new PriceTier(0, 7, null)],
            PriceTiers.Check(
                [
                    new PriceTierInput(1000, null, null, 100),
                    new PriceTierInput(null, 1, "0.5", 200),
                    new PriceTierInput(null, 7, "7.00", null),
                ],
                Field
            )
        );

    [Fact]
    public void One_open_tier_is_enough() => Assert.Single(PriceTiers.Check([Open], Field));

    [Fact]
    public void No_tier_is_refused() => AssertRefused(Field, []);

    [Fact]
    public void The_last_tier_is_open() =>
        AssertRefused($"{Field}[1].up_to", [Open with { UpTo = 100 }, Open with { UpTo = 200 }]);

    [Fact]
    public void Only_the_last_tier_is_open() =>
        AssertRefused($"{Field}[1].up_to", [Open with { UpTo = 100 }, Open, Open]);

    [Theory]
    [InlineData(100)]
    [InlineData(99)]
    [InlineData(-1)]
    public void Tiers_ascend(long second) =>
        AssertRefused($"{Field}[1].up_to", [Open with { UpTo = 100 }, Open with { UpTo = second }, Open]);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void The_first_tier_has_a_unit(long first) =>
        AssertRefused($"{Field}[0].up_to", [Open with { UpTo = first }, Open]);

    [Fact]
    public void No_amount_is_negative()
    {
        AssertRefused($"{Field}[0].flat_amount", [Open with { FlatAmount = -1 }]);
        AssertRefused($"{Field}[0].per_unit_price", [Open with { PerUnitPrice = -1 }]);
        AssertRefused($"{Field}[0].per_unit_price_decimal", [Open with { PerUnitPriceDecimal = "-0.5" }]);
    }

    private static void AssertRefused(string field, IReadOnlyList<PriceTierInput> tiers)
    {
        var refusal = Assert.Throws<ApiException>(() => PriceTiers.Check(tiers, Field));

        Assert.Equal((400, field), (refusal.Status, refusal.Field));
        Assert.StartsWith($"{field} ", refusal.Message, StringComparison.Ordinal);
    }
}
