namespace Schematic.Rules.Definitions;

/// <summary>
/// When a counter of <see cref="CounterPeriod.CurrentMonth"/> starts again; ignored for other periods.
/// </summary>
public enum MonthReset
{
    FirstOfMonth = 0,
    BillingCycle,
}
