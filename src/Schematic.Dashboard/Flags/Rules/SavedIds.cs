namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Gives a draft the ids that a save has made for its new rules, groups and conditions, so that saving it once more
/// changes
/// them in place of making them again.
/// </summary>
internal sealed class SavedIds
{
    private readonly Dictionary<string, string> _rules = [];
    private readonly Dictionary<string, string> _groups = [];
    private readonly Dictionary<string, string> _conditions = [];

    /// <param name="sent">The rules as they were sent.</param>
    /// <param name="saved">The same as they were answered.</param>
    public SavedIds(IReadOnlyList<RuleDraft> sent, IReadOnlyList<RuleDraft> saved)
    {
        var answered = saved.Where(static rule => rule.Id is not null).ToDictionary(static rule => rule.Id!);
        var known = sent.Select(static rule => rule.Id).OfType<string>().ToHashSet();
        var made = saved.Where(rule => rule.Id is null || !known.Contains(rule.Id)).ToList();
        foreach (var rule in sent)
        {
            var twin = rule.Id is { } id ? answered.GetValueOrDefault(id) : made.Find(other => IsTwin(rule, other));
            if (twin is null)
                continue;
            made.Remove(twin);
            Pair(rule, twin);
        }
    }

    /// <summary>Returns the key that a rule has from now on.</summary>
    public string KeyOf(string ruleKey) => _rules.GetValueOrDefault(ruleKey, ruleKey);

    public RuleDraft Apply(RuleDraft rule) =>
        rule with
        {
            Key = KeyOf(rule.Key),
            Id = _rules.GetValueOrDefault(rule.Key, rule.Id!),
            Conditions = [.. rule.Conditions.Select(Apply)],
            Groups = [.. rule.Groups.Select(Apply)],
        };

    private static bool IsTwin(RuleDraft sent, RuleDraft saved) =>
        sent.Tier == saved.Tier && sent.Priority == saved.Priority && sent.Name == saved.Name;

    private GroupDraft Apply(GroupDraft group) =>
        group with
        {
            Key = _groups.GetValueOrDefault(group.Key, group.Key),
            Id = _groups.GetValueOrDefault(group.Key, group.Id!),
            Conditions = [.. group.Conditions.Select(Apply)],
        };

    private ConditionDraft Apply(ConditionDraft condition) =>
        _conditions.TryGetValue(condition.Key, out var id) ? new(id, condition.Body with { Id = id }) : condition;

    // The API answers the conditions and groups of a rule in the order in which they were sent.
    private void Pair(RuleDraft sent, RuleDraft saved)
    {
        _rules[sent.Key] = saved.Key;
        Pair(sent.Conditions, saved.Conditions);
        if (sent.Groups.Count != saved.Groups.Count)
            return;
        foreach (var (group, twin) in sent.Groups.Zip(saved.Groups))
        {
            _groups[group.Key] = twin.Key;
            Pair(group.Conditions, twin.Conditions);
        }
    }

    private void Pair(IReadOnlyList<ConditionDraft> sent, IReadOnlyList<ConditionDraft> saved)
    {
        if (sent.Count != saved.Count)
            return;
        foreach (var (condition, twin) in sent.Zip(saved))
            _conditions[condition.Key] = twin.Key;
    }
}
