using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Tests.Entitlements;

namespace Schematic.Dashboard.Tests.Plans.Matrix;

public sealed class CellValueTests
{
    [Theory]
    [InlineData(EntitlementValueType.Boolean, null, true)]
    [InlineData(EntitlementValueType.Numeric, null, true)]
    [InlineData(EntitlementValueType.Unlimited, null, true)]
    [InlineData(EntitlementValueType.Unlimited, EntitlementPriceBehavior.PayAsYouGo, false)]
    [InlineData(EntitlementValueType.Trait, null, false)]
    [InlineData(EntitlementValueType.Credit, null, false)]
    [InlineData(EntitlementValueType.Unknown, null, false)]
    public void A_cell_holds_plain_values_only(
        EntitlementValueType type,
        EntitlementPriceBehavior? behavior,
        bool expected
    ) =>
        Assert.Equal(
            expected,
            CellValue.Fits(EntitlementSamples.Entitlement(type: type) with { PriceBehavior = behavior })
        );

    [Fact]
    public void A_month_without_a_reset_is_the_calendar_month() =>
        Assert.Equal(
            CellValue.From(PlanSamples.Calls(5)),
            CellValue.From(PlanSamples.Calls(5) with { MetricPeriodMonthReset = MetricPeriodMonthReset.FirstOfMonth })
        );

    [Fact]
    public void An_update_says_the_value_and_leaves_the_rest()
    {
        var update = CellValue.From(PlanSamples.Calls(5)).ToUpdate();

        Assert.Equal((5L, MetricPeriod.CurrentMonth), (update.ValueNumeric.Value, update.MetricPeriod.Value));
        Assert.False(update.PriceBehavior.IsSet);
        Assert.Null(update.WarningTiers);
        Assert.Null(update.CurrencyPrices);
    }
}
