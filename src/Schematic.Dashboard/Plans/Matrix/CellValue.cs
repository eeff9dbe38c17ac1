using System.Globalization;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Plans.Entitlements;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>A value that can be typed into a cell of the matrix: on, off, unlimited or a limit.</summary>
public sealed record CellValue
{
    public static CellValue On { get; } = new() { Type = EntitlementValueType.Boolean, IsOn = true };

    public static CellValue Off { get; } = new() { Type = EntitlementValueType.Boolean };

    public required EntitlementValueType Type { get; init; }

    public bool IsOn { get; init; }

    public long? Limit { get; init; }

    public MetricPeriod? Period { get; init; }

    public MetricPeriodMonthReset? Reset { get; init; }

    /// <summary>The value as one types it: "on", "1,000/month", "unlimited".</summary>
    public string Text =>
        Type switch
        {
            EntitlementValueType.Boolean => IsOn ? "on" : "off",
            EntitlementValueType.Unlimited => "unlimited",
            _ => (Limit ?? 0).ToString("N0", CultureInfo.InvariantCulture) + PeriodText,
        };

    private string PeriodText =>
        (Period, Reset) switch
        {
            (MetricPeriod.CurrentDay, _) => "/day",
            (MetricPeriod.CurrentWeek, _) => "/week",
            (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle) => "/billing month",
            (MetricPeriod.CurrentMonth, _) => "/month",
            (MetricPeriod.AllTime, _) => " total",
            _ => "",
        };

    /// <summary>True for what a cell can hold: a value with a price, a trait or credits needs its dialog.</summary>
    public static bool Fits(PlanEntitlementResponseData entitlement) =>
        entitlement.PriceBehavior is null
        && entitlement.ValueType
            is EntitlementValueType.Boolean
                or EntitlementValueType.Numeric
                or EntitlementValueType.Unlimited;

    /// <summary>The value of an entitlement that <see cref="Fits"/>.</summary>
    public static CellValue From(PlanEntitlementResponseData entitlement) =>
        entitlement.ValueType switch
        {
            EntitlementValueType.Boolean => entitlement.ValueBool == true ? On : Off,
            EntitlementValueType.Unlimited => new()
            {
                Type = EntitlementValueType.Unlimited,
                Period = entitlement.MetricPeriod,
                Reset = ResetOf(entitlement),
            },
            _ => new()
            {
                Type = EntitlementValueType.Numeric,
                Limit = entitlement.ValueNumeric,
                Period = entitlement.MetricPeriod,
                Reset = ResetOf(entitlement),
            },
        };

    public CreatePlanEntitlementRequestBody ToCreate(string planId, string featureId) =>
        new()
        {
            PlanId = planId,
            FeatureId = featureId,
            ValueType = Type,
            ValueBool = Type == EntitlementValueType.Boolean ? IsOn : null,
            ValueNumeric = Limit,
            MetricPeriod = Period,
            MetricPeriodMonthReset = Reset,
        };

    /// <summary>Only the value: warnings stay as they are.</summary>
    public UpdatePlanEntitlementRequestBody ToUpdate() =>
        new()
        {
            ValueType = Type,
            ValueBool = Type == EntitlementValueType.Boolean ? IsOn : null,
            ValueNumeric = Limit,
            MetricPeriod = Period,
            MetricPeriodMonthReset = Reset,
        };

    // The first of the month is what a month without a reset means; told in one way only, equal values are equal.
    private static MetricPeriodMonthReset? ResetOf(PlanEntitlementResponseData entitlement) =>
        entitlement.MetricPeriod == MetricPeriod.CurrentMonth
            ? entitlement.MetricPeriodMonthReset ?? PeriodChoice.All[0].Reset
            : null;
}
