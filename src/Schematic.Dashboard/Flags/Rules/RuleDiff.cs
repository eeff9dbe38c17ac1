using System.Globalization;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Compares two states of a flag's rules, rule by rule in the order they are tried.</summary>
internal static class RuleDiff
{
    // Enough to check a list by eye; the rest is counted.
    private const int MostNames = 25;

    public static IReadOnlyList<RuleChange> Compare(
        IReadOnlyList<RuleDraft> before,
        IReadOnlyList<RuleDraft> after,
        RuleVocabulary words
    )
    {
        var old = before.ToDictionary(static rule => rule.Key);
        var kept = after.Select(static rule => rule.Key).ToHashSet();
        var moved = Moved(before, after);
        var changes = new List<RuleChange>();
        foreach (var rule in Ordered(after))
        {
            if (!old.TryGetValue(rule.Key, out var was))
                changes.Add(new(rule.Key, rule.Name, RuleChangeKind.Added, [new("", RuleSentence.For(rule, words))]));
            else if (Lines(was, rule, moved.GetValueOrDefault(rule.Key), words) is { Count: > 0 } lines)
                changes.Add(new(rule.Key, rule.Name, RuleChangeKind.Changed, lines));
        }

        changes.AddRange(
            Ordered(before)
                .Where(rule => !kept.Contains(rule.Key))
                .Select(rule => new RuleChange(
                    rule.Key,
                    rule.Name,
                    RuleChangeKind.Removed,
                    [new(RuleSentence.For(rule, words), "")]
                ))
        );
        return changes;
    }

    private static List<RuleChangeLine> Lines(
        RuleDraft was,
        RuleDraft now,
        (int From, int To) move,
        RuleVocabulary words
    )
    {
        var lines = new List<RuleChangeLine>();
        if (was.Name != now.Name)
            lines.Add(new($"Name: {was.Name}", $"Name: {now.Name}"));
        if (was.Value != now.Value)
            lines.Add(new(was.Value ? "On" : "Off", now.Value ? "On" : "Off"));
        if (move != default)
            lines.Add(
                new(
                    string.Create(CultureInfo.InvariantCulture, $"Place {move.From}"),
                    string.Create(CultureInfo.InvariantCulture, $"Place {move.To}")
                )
            );
        var (old, current) = (Clauses(was, words), Clauses(now, words));
        foreach (var (key, clause) in current)
        {
            if (!old.TryGetValue(key, out var before))
                lines.Add(new("", clause));
            else if (before != clause)
                lines.Add(new(before, clause));
        }

        lines.AddRange(
            old.Where(clause => !current.ContainsKey(clause.Key))
                .Select(static clause => new RuleChangeLine(clause.Value, ""))
        );
        if (lines.Count == 0 && (was with { Priority = now.Priority }).Text() != now.Text())
            lines.Add(new(RuleSentence.For(was, words), RuleSentence.For(now, words)));
        return lines;
    }

    private static Dictionary<string, string> Clauses(RuleDraft rule, RuleVocabulary words)
    {
        var clauses = rule.Conditions.ToDictionary(
            static condition => condition.Key,
            condition => RuleSentence.For(condition.Body, words, MostNames)
        );
        foreach (var (number, group) in rule.Groups.Index())
        {
            foreach (var condition in group.Conditions)
                clauses[condition.Key] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Any of group {number + 1}: {RuleSentence.For(condition.Body, words, MostNames)}"
                );
        }

        return clauses;
    }

    private static IEnumerable<RuleDraft> Ordered(IReadOnlyList<RuleDraft> rules) =>
        RuleTiers.GetOrdered(rules).Concat(rules.Where(static rule => rule.Tier == RuleType.Unknown));

    // Of the rules that are in both, the fewest that one must have moved: those outside the longest common order.
    private static Dictionary<string, (int From, int To)> Moved(
        IReadOnlyList<RuleDraft> before,
        IReadOnlyList<RuleDraft> after
    )
    {
        var from = Places(before);
        var to = Places(after);
        var moved = new Dictionary<string, (int, int)>();
        foreach (var tier in RuleTiers.All)
        {
            var kept = RuleTiers
                .InOrder(after.Where(rule => rule.Tier == tier), static rule => rule.Priority)
                .Select(static rule => rule.Key)
                .Where(from.ContainsKey)
                .ToList();
            var still = LongestRise(kept, from);
            foreach (var key in kept.Where(key => !still.Contains(key)))
                moved[key] = (from[key], to[key]);
        }

        return moved;
    }

    private static Dictionary<string, int> Places(IReadOnlyList<RuleDraft> rules) =>
        RuleTiers
            .All.SelectMany(tier =>
                RuleTiers
                    .InOrder(rules.Where(rule => rule.Tier == tier), static rule => rule.Priority)
                    .Select(static (rule, index) => (rule.Key, Place: index + 1))
            )
            .ToDictionary(static rule => rule.Key, static rule => rule.Place);

    private static HashSet<string> LongestRise(List<string> keys, Dictionary<string, int> place)
    {
        var length = new int[keys.Count];
        var previous = new int[keys.Count];
        var best = -1;
        for (var i = 0; i < keys.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (place[keys[j]] < place[keys[i]] && length[j] + 1 > length[i])
                    (length[i], previous[i]) = (length[j] + 1, j);
            }

            if (best < 0 || length[i] > length[best])
                best = i;
        }

        var rise = new HashSet<string>();
        for (; best >= 0; best = previous[best])
            rise.Add(keys[best]);
        return rise;
    }
}

public enum RuleChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>Effect of a save on one rule.</summary>
public sealed record RuleChange(string Key, string Name, RuleChangeKind Kind, IReadOnlyList<RuleChangeLine> Lines);

/// <summary>One difference in a rule. An empty text means that there is nothing before, or nothing after.</summary>
public sealed record RuleChangeLine(string Before, string After);
