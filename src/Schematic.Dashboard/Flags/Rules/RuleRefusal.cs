using System.Globalization;
using System.Text.RegularExpressions;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>What the API refused, and where: <c>rules[0].condition_groups[1].conditions[2].operator (rule "Beta"): …</c>.</summary>
/// <param name="RuleKey">The rule's key; null where the refusal names no rule.</param>
/// <param name="ConditionKey">The condition's key; null where it is about the rule itself.</param>
/// <param name="Field">The wire name of the field; empty where none is named.</param>
/// <param name="Message">A sentence.</param>
public sealed partial record RuleRefusal(string? RuleKey, string? ConditionKey, string Field, string Message)
{
    /// <param name="rules">As they were sent.</param>
    internal static RuleRefusal FromMessage(string message, IReadOnlyList<RuleDraft> rules)
    {
        var match = Place().Match(message);
        if (!match.Success || Index(match, "rule") is not { } ruleIndex || ruleIndex >= rules.Count)
            return new(null, null, "", message);
        var rule = rules[ruleIndex];
        var conditions = Index(match, "group") is { } group
            ? rule.Groups.ElementAtOrDefault(group)?.Conditions
            : rule.Conditions;
        var condition = Index(match, "condition") is { } index ? conditions?.ElementAtOrDefault(index) : null;
        var text = match.Groups["text"].Value.Trim();
        return new(
            rule.Key,
            condition?.Key,
            match.Groups["field"].Value,
            text.Length == 0 ? message : $"{char.ToUpperInvariant(text[0])}{text[1..]}"
        );
    }

    private static int? Index(Match match, string name) =>
        match.Groups[name].Success
        && int.TryParse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    [GeneratedRegex(
        """^rules\[(?<rule>\d+)\](\.condition_groups\[(?<group>\d+)\])?(\.conditions\[(?<condition>\d+)\])?(\.(?<field>[a-z_]+)[^\s:]*)?( \(rule ".*?"\))?:?\s*(?<text>.*)$""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();
}
