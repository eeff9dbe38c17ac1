using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Not part of the published description: a check that shows its work. See docs/wire-compatibility.md.</summary>
public sealed record ExplainFlagRequestBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Company { get; init; }

    /// <summary>Usage that is supposed for this one check and recorded nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreflightRequestBody? Preflight { get; init; }

    /// <summary>Rules to try instead of those stored, which stay as they are; null tries those stored.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreateOrUpdateRuleRequestBody>? Rules { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? User { get; init; }
}
