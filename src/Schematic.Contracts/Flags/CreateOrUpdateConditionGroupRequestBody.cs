using System.ComponentModel.DataAnnotations;
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
}
