namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// The visible state of one rule. Equal views look the same, so that a rule is rendered only when its view has changed.
/// </summary>
public sealed record RuleView
{
    public required RuleDraft Rule { get; init; }

    /// <summary>Index of the rule in its tier, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>Number of rules in its tier.</summary>
    public required int Count { get; init; }

    public bool IsEditable { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>Another rule is dragged over this one.</summary>
    public bool IsDropTarget { get; init; }

    /// <summary>Must be the same list while the warnings are the same: it is compared by reference.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Mistake in this rule; null if none is known.</summary>
    public RuleRefusal? Refusal { get; init; }

    /// <summary>The <see cref="RuleVocabulary.Version"/> that the rule's sentence is written with.</summary>
    public int VocabularyVersion { get; init; }

    public bool HasFields => IsOpen && IsEditable;

    /// <summary>Mistake in the rule's name; null if none is known.</summary>
    public string? NameError => Refusal is { ConditionKey: null, Field: "name" } refusal ? refusal.Message : null;
}
