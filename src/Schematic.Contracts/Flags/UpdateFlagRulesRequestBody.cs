using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>All rules of a flag in the environment; a rule left out is removed.</summary>
public sealed record UpdateFlagRulesRequestBody
{
    /// <summary>
    /// Reason for the change, for the history, at most 1,000 characters; null or blank for none. An addition to the
    /// published API: see docs/wire-compatibility.md.
    /// </summary>
    [StringLength(1000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comment { get; init; }

    /// <summary>Rules that the flag is to have, at most 100.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
