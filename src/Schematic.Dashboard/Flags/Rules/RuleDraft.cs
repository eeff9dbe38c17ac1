using System.Text.Json;
using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// A rule being edited. Drafts never change: an edit makes another one, so that what is drawn can tell by reference whether it
/// changed. All that the API sent and will take back is in it, also what this console does not understand.
/// </summary>
public sealed record RuleDraft
{
    /// <summary>What makes it the same rule while it is edited: its id, or something made up for a new one.</summary>
    public required string Key { get; init; }

    /// <summary>Null for a rule that was never saved.</summary>
    public string? Id { get; init; }

    public required RuleType Tier { get; init; }

    public string Name { get; init; } = "";

    public bool Value { get; init; }

    public long Priority { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<ConditionDraft> Conditions { get; init; } = [];

    /// <summary>Of each, any must hold.</summary>
    public IReadOnlyList<GroupDraft> Groups { get; init; } = [];

    public IDictionary<string, JsonElement>? Extra { get; init; }

    public IEnumerable<ConditionDraft> AllConditions =>
        Conditions.Concat(Groups.SelectMany(static group => group.Conditions));
}

/// <summary>Conditions of which one is enough.</summary>
public sealed record GroupDraft
{
    public required string Key { get; init; }

    public string? Id { get; init; }

    public IReadOnlyList<ConditionDraft> Conditions { get; init; } = [];

    public IDictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>A condition being edited: what would be sent of it, under a key of its own.</summary>
public sealed record ConditionDraft(string Key, CreateOrUpdateConditionRequestBody Body);
