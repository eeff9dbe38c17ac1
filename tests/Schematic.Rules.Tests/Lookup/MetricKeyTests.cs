using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Tests.Lookup;

public sealed class MetricKeyTests
{
    private static readonly IdKey ApiCall = new("api-call");

    [Fact]
    public void Without_a_period_a_counter_is_of_all_time_and_without_a_reset_of_the_first_of_the_month()
    {
        Assert.Equal(CounterPeriod.AllTime, new MetricKey(ApiCall, null, null).Period);
        Assert.Equal(MonthReset.FirstOfMonth, new MetricKey(ApiCall, CounterPeriod.CurrentMonth, null).Reset);
    }

    [Theory]
    [InlineData(CounterPeriod.AllTime, true)]
    [InlineData(CounterPeriod.CurrentDay, true)]
    [InlineData(CounterPeriod.CurrentWeek, true)]
    [InlineData(CounterPeriod.CurrentMonth, false)]
    public void The_reset_tells_counters_apart_only_for_a_month(CounterPeriod period, bool areSame) =>
        AssertSame(
            areSame,
            new MetricKey(ApiCall, period, MonthReset.FirstOfMonth),
            new MetricKey(ApiCall, period, MonthReset.BillingCycle)
        );

    [Fact]
    public void Event_and_period_tell_counters_apart()
    {
        var key = new MetricKey(ApiCall, CounterPeriod.CurrentDay, null);

        AssertSame(true, key, new MetricKey(new IdKey("api-call"), CounterPeriod.CurrentDay, null));
        AssertSame(false, key, new MetricKey(new IdKey("API-CALL"), CounterPeriod.CurrentDay, null));
        AssertSame(false, key, new MetricKey(ApiCall, CounterPeriod.CurrentWeek, null));
        Assert.False(key.Equals((object)"api-call"));
    }

    private static void AssertSame(bool areSame, MetricKey one, MetricKey other)
    {
        Assert.Equal(areSame, one.Equals(other));
        Assert.Equal(areSame, one.Equals((object)other));
        if (areSame)
            Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
