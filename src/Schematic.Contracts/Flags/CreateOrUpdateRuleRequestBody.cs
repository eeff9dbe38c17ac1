using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record CreateOrUpdateRuleRequestBody
{
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionGroupRequestBody> ConditionGroups { get; init; }

    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionRequestBody> Conditions { get; init; }

    /// <summary>Names a rule of this flag that is kept; null makes a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [StringLength(512)]
    public required string Name { get; init; }

    public required long Priority { get; init; }

    /// <summary>Standard unless given; a kept rule keeps its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RuleType? RuleType { get; init; }

    public required bool Value { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
