using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record UpdateFlagRulesRequestBody
{
    /// <summary>Why, for whoever reads the history; blank is none. Not part of the published description. See docs/wire-compatibility.md.</summary>
    [StringLength(1000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comment { get; init; }

    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
