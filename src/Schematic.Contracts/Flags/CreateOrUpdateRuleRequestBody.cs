using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>A rule to write. All its conditions and all its groups must match.</summary>
public sealed record CreateOrUpdateRuleRequestBody
{
    /// <summary>Groups of alternatives, at most 100; each must match.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionGroupRequestBody> ConditionGroups { get; init; }

    /// <summary>Conditions that must all match, at most 100; a rule without conditions matches everybody.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionRequestBody> Conditions { get; init; }

    /// <summary>Id of a rule of this flag to keep, <c>rule_…</c>; null creates a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Display name, at most 512 characters.</summary>
    [StringLength(512)]
    public required string Name { get; init; }

    /// <summary>Position among the standard rules, lowest first; other types ignore it.</summary>
    public required long Priority { get; init; }

    /// <summary>Type of the rule; null is <c>standard</c> for a new one, and a kept one keeps its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleType? RuleType { get; init; }

    /// <summary>Value of the flag if the rule matches.</summary>
    public required bool Value { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
