using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The rules of one flag while they are edited: what is stored, what is drafted, and the changes one can make.</summary>
public sealed class RuleEditor
{
    private string _storedText;

    /// <param name="tag">The state that <paramref name="stored"/> is: for <c>If-Match</c>.</param>
    public RuleEditor(IReadOnlyList<RuleDetailResponseData> stored, string? tag)
    {
        Stored = Rules = RuleDrafts.FromContract(stored);
        _storedText = Stored.Text();
        Tag = tag;
    }

    /// <summary>The draft, or what is stored, is another than before.</summary>
    public event Action? Changed;

    /// <summary>As last read from the API.</summary>
    public IReadOnlyList<RuleDraft> Stored { get; private set; }

    /// <summary>As edited, in the order of the wire.</summary>
    public IReadOnlyList<RuleDraft> Rules { get; private set; }

    /// <summary>The state that a save means to change.</summary>
    public string? Tag { get; private set; }

    public bool IsDirty { get; private set; }

    /// <summary>Counts up with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The rule whose fields are open; one at a time.</summary>
    public string? OpenKey { get; private set; }

    /// <summary>What the API refused last, until its rule is changed.</summary>
    public RuleRefusal? Refusal { get; private set; }

    /// <summary>The rules of one tier in the order they are tried.</summary>
    public IReadOnlyList<RuleDraft> Of(RuleType tier) =>
        [.. RuleTiers.InOrder(Rules.Where(rule => rule.Tier == tier), static rule => rule.Priority)];

    public RuleDraft? Find(string key) => Rules.FirstOrDefault(rule => rule.Key == key);

    public void Open(string? key)
    {
        OpenKey = key;
        Changed?.Invoke();
    }

    public void Refuse(RuleRefusal refusal)
    {
        Refusal = refusal;
        OpenKey = refusal.RuleKey ?? OpenKey;
        Changed?.Invoke();
    }

    /// <summary>Puts a rule at the end of its tier, open.</summary>
    public void Add(RuleType tier)
    {
        var last = Of(tier);
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
        Arrange([.. Of(rule.Tier).SelectMany(other => other.Key == key ? new[] { other, copy } : [other])]);
    }

    public void Delete(string key) => Set([.. Rules.Where(rule => rule.Key != key)]);

    /// <summary>Moves a rule within its tier.</summary>
    /// <param name="index">Its new place, counted from 0.</param>
    public void Move(string key, int index)
    {
        if (Find(key) is not { } rule)
            return;
        var order = Of(rule.Tier).ToList();
        var from = order.FindIndex(other => other.Key == key);
        if (index < 0 || index >= order.Count || index == from)
            return;
        order.RemoveAt(from);
        order.Insert(index, rule);
        Arrange(order);
    }

    public void Change(RuleDraft rule)
    {
        if (Refusal?.RuleKey == rule.Key)
            Refusal = null;
        Set([.. Rules.Select(other => other.Key == rule.Key ? rule : other)]);
    }

    /// <summary>Takes up a draft that was left earlier.</summary>
    public void Resume(IReadOnlyList<RuleDraft> rules, string? tag)
    {
        Tag = tag;
        Set(rules);
    }

    /// <summary>Makes earlier rules the draft.</summary>
    public void Restore(IReadOnlyList<RuleDetailResponseData> saved)
    {
        OpenKey = null;
        Refusal = null;
        Set(new RuleRestoration(Stored).Of(saved));
    }

    public void Discard()
    {
        OpenKey = null;
        Refusal = null;
        Set(Stored);
    }

    /// <summary>After a save, or to take what somebody else saved: nothing of the draft is left.</summary>
    public void Accept(IReadOnlyList<RuleDetailResponseData> stored, string? tag)
    {
        (Stored, Tag) = (RuleDrafts.FromContract(stored), tag);
        _storedText = Stored.Text();
        Discard();
    }

    /// <summary>Keeps the draft, from now on as a change of what somebody else saved.</summary>
    public void Rebase(IReadOnlyList<RuleDetailResponseData> stored, string? tag)
    {
        (Stored, Tag) = (RuleDrafts.FromContract(stored), tag);
        _storedText = Stored.Text();
        // What they have deleted comes back as new: the API would refuse ids that it no longer has.
        Set(Rules.WithIdsOf(Stored));
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
        if (Refusal?.RuleKey is { } refused && Find(refused) is null)
            Refusal = null;
        Changed?.Invoke();
    }
}
