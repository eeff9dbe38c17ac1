using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Flags;

namespace Schematic.Contracts.Plans;

/// <summary>
/// Conditions whose matching companies are counted or listed, without saving them. An addition to the published API.
/// </summary>
public sealed record AudienceRequestBody
{
    /// <summary>Groups of alternatives, at most 100; each must match.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionGroupRequestBody> ConditionGroups { get; init; }

    /// <summary>Conditions that must all match, at most 100.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionRequestBody> Conditions { get; init; }

    /// <summary>Most companies to list, 0 to 250; null lists 100. A count ignores it.</summary>
    [Range(0, 250)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Limit { get; init; }

    /// <summary>Number of companies to pass over, 0 or more; null passes over none. A count ignores it.</summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Offset { get; init; }
}
