using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record CreateOrUpdateConditionGroupRequestBody
{
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionRequestBody> Conditions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FlagId { get; init; }

    /// <summary>Names a group of this flag that is kept; null makes a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
