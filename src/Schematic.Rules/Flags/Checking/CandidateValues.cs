using System.Globalization;
using Schematic.Rules.Flags.Comparison;
using Schematic.Rules.Flags.Definitions;

namespace Schematic.Rules.Flags.Checking;

/// <summary>
/// Whether some value meets several comparisons. It is enough to try the values they name, one on each side of each, the empty one
/// and one that is not empty: between two neighbours of these no comparison changes its answer.
/// </summary>
internal static class CandidateValues
{
    /// <param name="conditions">All on one trait, or all on one counter.</param>
    public static bool Satisfy(IReadOnlyList<ConditionDefinition> conditions)
    {
        var kind = conditions[0].Kind == ConditionKind.Metric ? ComparableKind.Int : conditions[0].Trait!.Kind;
        var bounds = conditions.Select(condition => (condition.Operator, Value: new ComparableValue(Text(condition)))).ToList();
        return Around(kind, [.. bounds.Select(static bound => bound.Value)])
            .Any(candidate => bounds.All(bound => ComparisonTable.Holds(kind, bound.Operator, candidate, bound.Value)));
    }

    private static string Text(ConditionDefinition condition) =>
        condition.Kind == ConditionKind.Metric ? (condition.MetricValue ?? 0).ToString(CultureInfo.InvariantCulture) : condition.TraitValue;

    private static IEnumerable<ComparableValue> Around(ComparableKind kind, IReadOnlyList<ComparableValue> values) => (kind switch
    {
        ComparableKind.Bool => ["true", "false"],
        ComparableKind.Int => Numbers([.. values.Select(static value => value.Number).Append(0).Distinct().Order()]),
        ComparableKind.Date => Dates([.. values.Where(static value => value.IsDate).Select(static value => value.Utc!.Value).Append(DateTime.UnixEpoch).Distinct()]),
        _ => values.SelectMany(static value => new[] { value.Text, value.Text + '\0' }).Append(""),
    }).Select(static text => new ComparableValue(text));

    private static IEnumerable<string> Numbers(decimal[] sorted) =>
        sorted.Concat(sorted.Zip(sorted.Skip(1), static (low, high) => (low / 2) + (high / 2)))
            .Append(NumberText.Add(sorted[0], -1)).Append(NumberText.Add(sorted[^1], 1))
            .Select(static number => number.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Dates(DateTime[] dates) =>
        dates.SelectMany(static date => new[] { date.Ticks - 1, date.Ticks, date.Ticks + 1 })
            .Where(static ticks => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks)
            .Select(static ticks => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture))
            .Append("");
}
