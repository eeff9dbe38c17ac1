using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Not part of the published description: asks whose verdict would change if rules were saved. See docs/wire-compatibility.md.</summary>
public sealed record FlagImpactRequestBody
{
    /// <summary>Where an earlier answer left off; null starts at the beginning.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cursor { get; init; }

    /// <summary>How many changed companies to list; the others are only counted. 50 unless given.</summary>
    [Range(0, 250)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Limit { get; init; }

    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
