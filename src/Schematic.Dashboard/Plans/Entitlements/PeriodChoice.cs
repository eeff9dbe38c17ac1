using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>A period with its month reset as one choice of a field.</summary>
internal sealed record PeriodChoice(MetricPeriod Period, MetricPeriodMonthReset? Reset)
{
    /// <summary>Choices, most common first.</summary>
    public static IReadOnlyList<PeriodChoice> All { get; } =
    [
        new(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth),
        new(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle),
        new(MetricPeriod.CurrentDay, null),
        new(MetricPeriod.CurrentWeek, null),
        new(MetricPeriod.AllTime, null),
    ];

    /// <summary>Its value in a field.</summary>
    public string Value =>
        Reset == MetricPeriodMonthReset.BillingCycle
            ? $"{WireEnum<MetricPeriod>.ToWire(Period)} {WireEnum<MetricPeriodMonthReset>.ToWire(Reset.Value)}"
            : WireEnum<MetricPeriod>.ToWire(Period);

    public string Title => EntitlementWords.PeriodTitle(Period, Reset);

    /// <summary>The choice that stands for stored values; usage without a period is counted for all time.</summary>
    public static string ValueOf(MetricPeriod? period, MetricPeriodMonthReset? reset) =>
        new PeriodChoice(
            period is null or MetricPeriod.Unknown ? MetricPeriod.AllTime : period.Value,
            period == MetricPeriod.CurrentMonth ? reset : null
        ).Value;

    /// <summary>Null for a value that is none of the choices.</summary>
    public static PeriodChoice? Find(string value) => All.FirstOrDefault(choice => choice.Value == value);
}
