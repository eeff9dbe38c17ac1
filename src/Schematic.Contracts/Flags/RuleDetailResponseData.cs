using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>A rule of a flag in an environment.</summary>
public sealed record RuleDetailResponseData
{
    /// <summary>Groups of alternatives; each must match.</summary>
    public required IReadOnlyList<RuleConditionGroupDetailResponseData> ConditionGroups { get; init; }

    /// <summary>Conditions that must all match; a rule without conditions matches everybody.</summary>
    public required IReadOnlyList<RuleConditionDetailResponseData> Conditions { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>; null if the rule belongs to none.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the rule, <c>rule_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>Position among the standard rules, lowest first; other types ignore it.</summary>
    public required long Priority { get; init; }

    /// <summary>Type of the rule, which decides when it is tried.</summary>
    public required RuleType RuleType { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Value of the flag if the rule matches.</summary>
    public required bool Value { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
