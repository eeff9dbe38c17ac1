using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record RuleDetailResponseData
{
    public required IReadOnlyList<RuleConditionGroupDetailResponseData> ConditionGroups { get; init; }

    public required IReadOnlyList<RuleConditionDetailResponseData> Conditions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public string? FlagId { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required long Priority { get; init; }

    public required RuleType RuleType { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required bool Value { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
