namespace Schematic.Rules.Definitions;

/// <summary>The span of time that a counter of events covers.</summary>
public enum CounterPeriod
{
    AllTime = 0,
    CurrentDay,
    CurrentWeek,
    CurrentMonth,
}
