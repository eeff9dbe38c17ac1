using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>
/// Rules to compare with the stored ones, company by company. An addition: see docs/wire-compatibility.md.
/// </summary>
public sealed record FlagImpactRequestBody
{
    /// <summary>
    /// Position at which an earlier answer stopped, from its <c>next_cursor</c>; null starts at the beginning.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cursor { get; init; }

    /// <summary>Number of changed companies to list, 0 to 250; the others are only counted. 50 if null.</summary>
    [Range(0, 250)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Limit { get; init; }

    /// <summary>Rules to try in place of the stored ones, at most 100.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
