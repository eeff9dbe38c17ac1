using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>The value of a counter of a company. Any other counter is 0.</summary>
/// <param name="EventSubtype">The counted event.</param>
/// <param name="Period">The period that it covers.</param>
/// <param name="Reset">Only used for <see cref="CounterPeriod.CurrentMonth"/>.</param>
/// <param name="Value">The sum of the quantities of the events.</param>
public readonly record struct MetricFact(string EventSubtype, CounterPeriod Period, MonthReset Reset, long Value);
