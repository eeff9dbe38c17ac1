using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>A counter of a company as it stands. One that is not given is 0.</summary>
/// <param name="EventSubtype">The event that it counts.</param>
/// <param name="Period">The span of time that it covers.</param>
/// <param name="Reset">Counts only for <see cref="CounterPeriod.CurrentMonth"/>.</param>
/// <param name="Value">The number of events, by quantity.</param>
public readonly record struct MetricFact(string EventSubtype, CounterPeriod Period, MonthReset Reset, long Value);
