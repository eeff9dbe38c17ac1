using System.Text.Json;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// A rule being edited. Immutable: an edit makes another draft, so that a component can tell by reference whether its
/// rule
/// has changed. Holds everything that the API sent, including members that this console does not understand.
/// </summary>
public sealed record RuleDraft
{
    /// <summary>Identifies the rule while it is edited: its id, or a generated key if it was never saved.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the rule; null if it was never saved.</summary>
    public string? Id { get; init; }

    public required RuleType Tier { get; init; }

    public string Name { get; init; } = "";

    public bool Value { get; init; }

    public long Priority { get; init; }

    /// <summary>Conditions that must all hold.</summary>
    public IReadOnlyList<ConditionDraft> Conditions { get; init; } = [];

    /// <summary>Groups in each of which at least one condition must hold.</summary>
    public IReadOnlyList<GroupDraft> Groups { get; init; } = [];

    public IDictionary<string, JsonElement>? Extra { get; init; }

    public IEnumerable<ConditionDraft> AllConditions =>
        Conditions.Concat(Groups.SelectMany(static group => group.Conditions));
}

/// <summary>Conditions of which at least one must hold.</summary>
public sealed record GroupDraft
{
    public required string Key { get; init; }

    public string? Id { get; init; }

    public IReadOnlyList<ConditionDraft> Conditions { get; init; } = [];

    public IDictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>A condition being edited.</summary>
/// <param name="Key">Identifies the condition while it is edited: its id, or a generated key if it was never
/// saved.</param>
/// <param name="Body">What would be sent.</param>
public sealed record ConditionDraft(string Key, CreateOrUpdateConditionRequestBody Body);
