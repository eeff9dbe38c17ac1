using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// The rules of one flag while they are edited: the stored ones, the draft, and the changes that can be made to it.
/// </summary>
public sealed class RuleEditor
{
    private string _storedText;

    /// <param name="tag">The <c>ETag</c> of the flag with these rules.</param>
    public RuleEditor(IReadOnlyList<RuleDetailResponseData> stored, string? tag)
    {
        Stored = Rules = RuleDrafts.FromContract(stored);
        _storedText = Stored.Text();
        Tag = tag;
    }

    /// <summary>Raised after each change of the draft, of the stored rules or of <see cref="OpenKey"/>.</summary>
    public event Action? Changed;

    /// <summary>The rules as last read from the API.</summary>
    public IReadOnlyList<RuleDraft> Stored { get; private set; }

    /// <summary>The draft, in the order of the wire.</summary>
    public IReadOnlyList<RuleDraft> Rules { get; private set; }

    /// <summary>The <c>ETag</c> of the state that the draft is a change of, for <c>If-Match</c>.</summary>
    public string? Tag { get; private set; }

    public bool IsDirty { get; private set; }

    /// <summary>Grows with each change of the draft or the stored rules.</summary>
    public int Version { get; private set; }

    /// <summary>Key of the rule whose fields are open; null if all are closed.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>Returns the rules of one tier in the order they are tried.</summary>
    public IReadOnlyList<RuleDraft> GetTier(RuleType tier) =>
        [.. RuleTiers.InOrder(Rules.Where(rule => rule.Tier == tier), static rule => rule.Priority)];

    public RuleDraft? Find(string key) => Rules.FirstOrDefault(rule => rule.Key == key);

    public void Open(string? key)
    {
        OpenKey = key;
        Changed?.Invoke();
    }

    /// <summary>Puts a rule at the end of its tier, open.</summary>
    public void Add(RuleType tier)
    {
        var last = GetTier(tier);
        var rule = new RuleDraft
        {
            Key = RuleDrafts.NewKey(),
            Tier = tier,
            Name = tier == RuleType.Standard ? $"Rule {last.Count + 1}" : RuleTiers.Title(tier),
            Value = true,
            Priority = last.Count == 0 ? 1 : last[^1].Priority + 1,
            Conditions = tier == RuleType.Standard ? [Conditions.New()] : [],
        };
        OpenKey = rule.Key;
        Set([.. Rules, rule]);
    }

    /// <summary>Puts a copy right behind a rule.</summary>
    public void Duplicate(string key)
    {
        if (Find(key) is not { } rule)
            return;
        var copy = rule with
        {
            Key = RuleDrafts.NewKey(),
            Id = null,
            Name = $"{rule.Name} (copy)",
            Conditions = [.. rule.Conditions.Select(Conditions.Copy)],
            Groups =
            [
                .. rule.Groups.Select(static group =>
                    group with
                    {
                        Key = RuleDrafts.NewKey(),
                        Id = null,
                        Conditions = [.. group.Conditions.Select(Conditions.Copy)],
                    }
                ),
            ],
        };
        OpenKey = copy.Key;
        Arrange([.. GetTier(rule.Tier).SelectMany(other => other.Key == key ? new[] { other, copy } : [other])]);
    }

    public void Delete(string key) => Set([.. Rules.Where(rule => rule.Key != key)]);

    /// <summary>Moves a rule within its tier.</summary>
    /// <param name="index">Its new place, counted from 0.</param>
    public void Move(string key, int index)
    {
        if (Find(key) is not { } rule)
            return;
        var order = GetTier(rule.Tier).ToList();
        var from = order.FindIndex(other => other.Key == key);
        if (index < 0 || index >= order.Count || index == from)
            return;
        order.RemoveAt(from);
        order.Insert(index, rule);
        Arrange(order);
    }

    public void Change(RuleDraft rule) => Set([.. Rules.Select(other => other.Key == rule.Key ? rule : other)]);

    /// <summary>Continues a draft of an earlier visit.</summary>
    public void Resume(IReadOnlyList<RuleDraft> rules, string? tag)
    {
        Tag = tag;
        Set(rules);
    }

    /// <summary>Makes earlier rules the draft.</summary>
    public void Restore(IReadOnlyList<RuleDetailResponseData> saved)
    {
        OpenKey = null;
        Set(new RuleRestoration(Stored).Of(saved));
    }

    /// <summary>
    /// Makes these rules both the stored ones and the draft: after a save, or to take what somebody else saved.
    /// </summary>
    public void Accept(IReadOnlyList<RuleDetailResponseData> stored, string? tag)
    {
        SetStored(RuleDrafts.FromContract(stored), tag);
        OpenKey = null;
        Set(Stored);
    }

    /// <summary>Takes over what a save has stored, and keeps what was edited since it was sent.</summary>
    /// <param name="sent">The draft as it was sent.</param>
    public void AcceptSaved(IReadOnlyList<RuleDraft> sent, IReadOnlyList<RuleDetailResponseData> saved, string? tag)
    {
        SetStored(RuleDrafts.FromContract(saved), tag);
        var ids = new SavedIds(sent, Stored);
        OpenKey = OpenKey is { } open ? ids.KeyOf(open) : null;
        Set([.. Rules.Select(ids.Apply)]);
    }

    /// <summary>Keeps the draft, from now on as a change of what somebody else saved.</summary>
    public void Rebase(IReadOnlyList<RuleDetailResponseData> stored, string? tag)
    {
        SetStored(RuleDrafts.FromContract(stored), tag);
        // What they have deleted comes back as new: the API would refuse ids that it no longer has.
        Set(Rules.WithIdsOf(Stored));
    }

    private void SetStored(IReadOnlyList<RuleDraft> stored, string? tag)
    {
        (Stored, Tag) = (stored, tag);
        _storedText = stored.Text();
    }

    // Places and priorities of a tier stay what they are; who has them changes. A tie is broken upwards.
    private void Arrange(List<RuleDraft> order)
    {
        var tier = order[0].Tier;
        var priorities = order.Select(static rule => rule.Priority).Order().ToArray();
        for (var i = 1; i < priorities.Length; i++)
            priorities[i] = Math.Max(priorities[i], priorities[i - 1] + 1);
        var placed = new Queue<RuleDraft>(
            order.Select(
                (rule, index) => rule.Priority == priorities[index] ? rule : rule with { Priority = priorities[index] }
            )
        );
        var rules = new List<RuleDraft>();
        foreach (var rule in Rules)
            rules.Add(rule.Tier == tier && placed.TryDequeue(out var next) ? next : rule);
        rules.AddRange(placed);
        Set(rules);
    }

    private void Set(IReadOnlyList<RuleDraft> rules)
    {
        Rules = rules;
        Version++;
        IsDirty = !ReferenceEquals(rules, Stored) && rules.Text() != _storedText;
        Changed?.Invoke();
    }
}
