using Schematic.Rules.Facts;

namespace Schematic.Rules.Tests.Facts;

public sealed class MicroCreditsTests
{
    [Theory]
    [InlineData(0.1, 100_000)]
    [InlineData(0.0000005, 1)]
    [InlineData(-2.5, -2_500_000)]
    [InlineData(9e12, MicroCredits.Max)]
    public void An_amount_is_read_to_the_nearest_millionth(double credits, long expected) =>
        Assert.Equal(expected, MicroCredits.FromWire(credits));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(9.000000000001e12)]
    public void An_amount_that_there_cannot_be_is_none(double credits) => Assert.Null(MicroCredits.FromWire(credits));

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(0.30000000000000004, 300_000)]
    [InlineData(0.0000004, 0)]
    [InlineData(-0.0000001, -1)]
    [InlineData(1e300, long.MaxValue)]
    public void A_cost_is_read_whatever_it_is(double credits, long expected) =>
        Assert.Equal(expected, MicroCredits.CostFromWire(credits));

    [Fact]
    public void An_amount_is_written_as_it_was_read() =>
        Assert.All(
            (double[])[0.000001, 0.1, 1234567.891234, 9e12],
            static credits => Assert.Equal(credits, MicroCredits.ToWire(MicroCredits.FromWire(credits)!.Value))
        );

    [Theory]
    [InlineData(1, 99, 0)]
    [InlineData(3, 50, 1)]
    [InlineData(MicroCredits.Max, 100, MicroCredits.Max)]
    public void Percents_round_down(long amount, long percentage, long expected) =>
        Assert.Equal(expected, MicroCredits.Percent(amount, percentage));

    [Theory]
    [InlineData(10, 5_000_000, 50_000_000L)]
    [InlineData(-2, 5_000_000, -10_000_000L)]
    [InlineData(long.MaxValue, 1, null)]
    [InlineData(long.MinValue, long.MaxValue, null)]
    public void The_price_of_usage_is_none_if_it_is_too_high(long quantity, long rate, long? expected) =>
        Assert.Equal(expected, MicroCredits.Cost(quantity, rate));
}
