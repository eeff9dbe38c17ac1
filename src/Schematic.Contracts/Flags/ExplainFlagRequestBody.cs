using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>A check that shows its work. An addition to the published API: see docs/wire-compatibility.md.</summary>
public sealed record ExplainFlagRequestBody
{
    /// <summary>Keys that find the company, by name; left out to check without a company.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Company { get; init; }

    /// <summary>
    /// Usage to assume for this one check, which is recorded nowhere; left out for an ordinary check.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreflightRequestBody? Preflight { get; init; }

    /// <summary>
    /// Rules to try in place of the stored ones, which stay as they are, at most 100; null tries the stored ones.
    /// </summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreateOrUpdateRuleRequestBody>? Rules { get; init; }

    /// <summary>Keys that find the user, by name; left out to check without a user.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? User { get; init; }
}
