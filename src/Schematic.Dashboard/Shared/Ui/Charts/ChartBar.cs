namespace Schematic.Dashboard.Shared.Ui.Charts;

/// <summary>A bar of a <see cref="BarChart"/>.</summary>
/// <param name="Label">Its full name, which no other bar of the chart has.</param>
/// <param name="ShortLabel">Its name on the axis.</param>
public sealed record ChartBar(string Label, string ShortLabel, long Value);
