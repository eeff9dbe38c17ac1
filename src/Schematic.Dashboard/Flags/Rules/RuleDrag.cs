namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A rule being dragged to another place in its tier.</summary>
/// <param name="changed">Called when <see cref="IsTarget"/> may have changed.</param>
public sealed class RuleDrag(RuleEditor editor, Action changed)
{
    private string? _dragged;
    private string? _over;

    /// <summary>Whether a rule other than the dragged one is below the pointer.</summary>
    public bool IsTarget(string key) => _over == key && _dragged != key;

    public void Start(string key) => Set(key, _over);

    public void Enter(string key) => Set(_dragged, key);

    public void End() => Set(null, null);

    /// <summary>Moves the dragged rule to the place of another.</summary>
    public void Drop(string target)
    {
        var dragged = _dragged;
        End();
        var tier = editor.Find(target) is { } rule ? editor.GetTier(rule.Tier) : [];
        // Only within a tier: the tiers are tried in an order of their own.
        if (dragged is not null && tier.Any(other => other.Key == dragged))
            editor.Move(dragged, tier.Index().First(item => item.Item.Key == target).Index);
    }

    private void Set(string? dragged, string? over)
    {
        (_dragged, _over) = (dragged, over);
        changed();
    }
}
