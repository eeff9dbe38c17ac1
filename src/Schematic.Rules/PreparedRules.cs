using Schematic.Rules.Definitions;

namespace Schematic.Rules;

/// <summary>
/// Prepared rules of one flag, in the order they are tried in. Immutable; may be shared. Rules of an unknown tier are
/// left out: they have no place in the order.
/// </summary>
public sealed class PreparedRules
{
    public static readonly PreparedRules None = new([]);

    private PreparedRules(IEnumerable<RuleDefinition> rules) =>
        // Stable: rules of the same place and priority stay in the order given.
        InOrder = [
            .. rules
                .Where(static rule => Enum.IsDefined(rule.Tier))
                .Select(static rule => new PreparedRule(rule))
                .OrderBy(static rule => rule.Place)
                .ThenBy(static rule => rule.Priority),
        ];

    /// <summary>The rules in the order they are tried in.</summary>
    public IReadOnlyList<RuleDefinition> Definitions => [.. InOrder.Select(static rule => rule.Definition)];

    /// <summary>True if a condition of any of them is about a counter of the company.</summary>
    public bool AskForMetrics => Any(ConditionKind.Metric);

    /// <summary>True if a condition of any of them is about credits of the company.</summary>
    public bool AskForCredits => Any(ConditionKind.Credit);

    internal PreparedRule[] InOrder { get; }

    public static PreparedRules Prepare(IReadOnlyCollection<RuleDefinition> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Count == 0 ? None : new PreparedRules(rules);
    }

    private bool Any(ConditionKind kind) =>
        InOrder
            .SelectMany(static rule =>
                rule.Definition.Conditions.Concat(rule.Definition.Groups.SelectMany(static one => one.Conditions))
            )
            .Any(condition => condition.Kind == kind);
}
