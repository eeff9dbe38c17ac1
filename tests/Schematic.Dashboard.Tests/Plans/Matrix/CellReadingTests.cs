using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Plans.Matrix;

namespace Schematic.Dashboard.Tests.Plans.Matrix;

public sealed class CellReadingTests
{
    private static readonly CellValue Daily = new()
    {
        Type = EntitlementValueType.Numeric,
        Limit = 5,
        Period = MetricPeriod.CurrentDay,
    };

    [Theory]
    [InlineData("1000/month", "1,000/month")]
    [InlineData(" 1,000 / MO ", "1,000/month")]
    [InlineData("1000 a month", "1,000/month")]
    [InlineData("1000 per billing month", "1,000/billing month")]
    [InlineData("10k/d", "10,000/day")]
    [InlineData("1.5m/week", "1,500,000/week")]
    [InlineData("10m", "10,000,000/month")]
    [InlineData("10/m", "10/month")]
    [InlineData("500 total", "500 total")]
    [InlineData("500 in total", "500 total")]
    [InlineData("0", "0/month")]
    [InlineData("9223372036854775807", "9,223,372,036,854,775,807/month")]
    [InlineData("Unlimited", "unlimited")]
    [InlineData("∞", "unlimited")]
    public void A_limit_of_events_has_a_period(string typed, string expected)
    {
        var reading = CellReading.Of(typed, FeatureType.Event, present: null);

        Assert.Null(reading.Mistake);
        Assert.Equal(expected, reading.Value?.Text);
    }

    [Theory]
    [InlineData("7", "7/day")]
    [InlineData("7/month", "7/month")]
    public void A_limit_without_a_period_keeps_that_of_the_cell(string typed, string expected) =>
        Assert.Equal(expected, CellReading.Of(typed, FeatureType.Event, Daily).Value?.Text);

    [Theory]
    [InlineData("on", "on")]
    [InlineData("YES", "on")]
    [InlineData("0", "off")]
    [InlineData("no", "off")]
    public void A_boolean_is_on_or_off(string typed, string expected) =>
        Assert.Equal(expected, CellReading.Of(typed, FeatureType.Boolean, present: null).Value?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("—")]
    public void Nothing_takes_the_feature_away(string typed) =>
        Assert.All(
            Enum.GetValues<FeatureType>(),
            type => Assert.Equal(new(null, null), CellReading.Of(typed, type, Daily))
        );

    [Theory]
    [InlineData("lots", FeatureType.Event)]
    [InlineData("-5", FeatureType.Event)]
    [InlineData("1.5", FeatureType.Event)]
    [InlineData("1000/fortnight", FeatureType.Event)]
    [InlineData("9223372036854775808", FeatureType.Event)]
    [InlineData("on", FeatureType.Event)]
    [InlineData("25/month", FeatureType.Trait)]
    [InlineData("maybe", FeatureType.Boolean)]
    [InlineData("5", FeatureType.License)]
    public void What_is_not_understood_says_what_to_type(string typed, FeatureType type)
    {
        var reading = CellReading.Of(typed, type, present: null);

        Assert.Null(reading.Value);
        Assert.EndsWith(".", reading.Mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("25", "25")]
    [InlineData("unlimited", "unlimited")]
    public void A_trait_has_no_period(string typed, string expected)
    {
        var value = CellReading.Of(typed, FeatureType.Trait, present: null).Value;

        Assert.Equal((expected, null), (value?.Text, value?.Period));
    }

    [Fact]
    public void What_a_cell_shows_is_read_as_what_it_holds()
    {
        var values =
            from limit in new long[] { 0, 25, 1_000_000 }
            from choice in new (MetricPeriod?, MetricPeriodMonthReset?)[]
            {
                (MetricPeriod.CurrentDay, null),
                (MetricPeriod.CurrentWeek, null),
                (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth),
                (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle),
                (MetricPeriod.AllTime, null),
            }
            select new CellValue
            {
                Type = EntitlementValueType.Numeric,
                Limit = limit,
                Period = choice.Item1,
                Reset = choice.Item2,
            };

        Assert.All(
            values,
            static value => Assert.Equal(value, CellReading.Of(value.Text, FeatureType.Event, Daily).Value)
        );
    }
}
