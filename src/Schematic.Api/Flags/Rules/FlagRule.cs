using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// A stored rule of a flag in an environment. Matches if all conditions match, and one of every group.
/// </summary>
internal sealed record FlagRule
{
    public const string IdPrefix = "rule";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required long Priority { get; init; }

    public required RuleType RuleType { get; init; }

    public required bool Value { get; init; }

    public required IReadOnlyList<FlagCondition> Conditions { get; init; }

    public required IReadOnlyList<FlagConditionGroup> ConditionGroups { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>The conditions of the rule and of its groups.</summary>
    [JsonIgnore]
    public IEnumerable<FlagCondition> AllConditions =>
        Conditions.Concat(ConditionGroups.SelectMany(static group => group.Conditions));
}
