namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// The warnings about a draft and the changes that a save would make, worked out once for each state of the draft.
/// </summary>
internal sealed class RuleFindings
{
    private readonly Dictionary<string, string[]> _warnings = [];
    private (int Rules, int Words) _foundAt = (-1, -1);

    /// <summary>Empty if there is nothing to save.</summary>
    public IReadOnlyList<RuleChange> Changes { get; private set; } = [];

    public void Update(RuleEditor editor, RuleVocabulary vocabulary)
    {
        var now = (editor.Version, vocabulary.Version);
        if (_foundAt == now)
            return;
        _foundAt = now;
        var found = RuleLint.Check(editor.Rules, vocabulary);
        foreach (var rule in editor.Rules)
            SetWarnings(rule.Key, [.. found[rule.Key]]);
        Changes = editor.IsDirty ? RuleDiff.Compare(editor.Stored, editor.Rules, vocabulary) : [];
    }

    /// <summary>
    /// Returns the same list for as long as its warnings are the same, so that a card can compare by reference.
    /// </summary>
    public IReadOnlyList<string> GetWarnings(string ruleKey) => _warnings.GetValueOrDefault(ruleKey, []);

    private void SetWarnings(string ruleKey, string[] warnings)
    {
        if (!GetWarnings(ruleKey).SequenceEqual(warnings, StringComparer.Ordinal))
            _warnings[ruleKey] = warnings;
    }
}
